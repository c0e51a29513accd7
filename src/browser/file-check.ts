const hex = (bytes: ArrayBuffer) =>
	[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A file is compared where it lies, by its fingerprint, and is sent to nobody. Browsers count fingerprints only at an address with
 * HTTPS and on this very computer; elsewhere the form is sent as without script.
 */
class FileCheck extends HTMLElement {
	connectedCallback() {
		if (!globalThis.crypto?.subtle) return;
		this.#show('[data-here]', true);
		for (const button of this.querySelectorAll<HTMLElement>('form > .button')) button.hidden = true;
		this.addEventListener('change', () => this.#compare());
		this.#compare(); // a file that was chosen before the script was here
	}

	async #compare() {
		const file = this.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
		if (!file) return;
		const sum = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
		this.#show('[data-sent], [data-sum], [data-other]', false);
		const [same] = this.#show(`[data-sum="${sum}"]`, true);
		if (!same) this.#show('[data-other]', true);
	}

	#show(which: string, yes: boolean) {
		const all = [...this.querySelectorAll<HTMLElement>(which)];
		for (const one of all) one.hidden = !yes;
		return all;
	}
}

customElements.define('file-check', FileCheck);
