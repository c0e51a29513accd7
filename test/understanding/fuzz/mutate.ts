import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../random';

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array<ArrayBufferLike>;

const flips: Mutation = (bytes, random) => {
	const out = bytes.slice();
	for (let times = 1 + random.upTo(12); times > 0; times--) out[random.upTo(out.length)] = random.upTo(256);
	return out;
};
const cut: Mutation = (bytes, random) => bytes.slice(0, random.upTo(bytes.length));
const hole: Mutation = (bytes, random) => {
	const [from, length] = [random.upTo(bytes.length), random.upTo(400)];
	return join(bytes.subarray(0, from), bytes.subarray(from + length));
};
const zeros: Mutation = (bytes, random) => {
	const from = random.upTo(bytes.length);
	return bytes.slice().fill(random.pick([0, 255, 9, 10, 32]), from, from + random.upTo(200));
};
const again: Mutation = (bytes, random) => {
	const [from, to, at] = [random.upTo(bytes.length), random.upTo(3000), random.upTo(bytes.length)];
	return join(bytes.subarray(0, at), bytes.subarray(from, from + to), bytes.subarray(at));
};
const splice: Mutation = (bytes, random, other) => {
	const [from, at] = [random.upTo(other.length), random.upTo(bytes.length)];
	return join(bytes.subarray(0, at), other.subarray(from, from + random.upTo(2000)), bytes.subarray(at));
};
const raw = [flips, cut, hole, zeros, again, splice];

/** Sizes, offsets and methods of a zip's headers, changed where they stand. */
const zipHeaders: Mutation = (bytes, random) => {
	const out = bytes.slice();
	const marks: number[] = [];
	for (let at = 0; at + 30 < out.length; at++)
		if (out[at] === 0x50 && out[at + 1] === 0x4b && (out[at + 2] ?? 0) < 8) marks.push(at);
	const mark = marks.length ? random.pick(marks) : 0;
	for (let times = 1 + random.upTo(4); times > 0; times--)
		out[mark + 4 + random.upTo(42)] = random.pick([0, 1, 8, 127, 255, random.upTo(256)]);
	return out;
};

/** The text of one part changed, the zip whole again. */
const zipPart: Mutation = (bytes, random, other) => {
	try {
		const parts: Record<string, Uint8Array> = unzipSync(bytes);
		const names = Object.keys(parts);
		const name = random.pick(names);
		const text = strFromU8(parts[name] ?? new Uint8Array());
		parts[name] = random.chance(0.1) ? other : strToU8(markup(text, random));
		if (random.chance(0.05)) delete parts[random.pick(names)];
		return zipSync(parts, { level: 1 });
	} catch {
		return flips(bytes, random, other);
	}
};

/** Tags taken out, doubled, nested, renamed; attributes made absurd; entities of every sort. */
export function markup(text: string, random: Random): string {
	const tags = [...text.matchAll(/<[^>]*>/g)];
	if (tags.length === 0) return text;
	let out = text;
	for (let times = 1 + random.upTo(4); times > 0; times--) {
		const tag = random.pick(tags)[0];
		const at = out.indexOf(tag, random.upTo(out.length));
		if (at < 0) continue;
		const change = random.pick<() => string>([
			() => '',
			() => tag + tag,
			() => tag.repeat(60),
			() => random.pick(tags)[0],
			() => tag.replace(/"\d+"/g, () => `"${random.pick(['0', '-1', '999999999', '1e9', 'NaN', ''])}"`),
			() => tag.replace(/\w+(?=[\s/>])/, 'x'),
			() => `${tag}&canary;&#x0;&#1114112;&lt;&`,
			() => `${tag}<![CDATA[ ]]><!-- --><?a b?>`,
			() => tag.slice(0, -1)
		])();
		out = out.slice(0, at) + change + out.slice(at + tag.length);
	}
	return out;
}

const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** A file as it may reach us after an accident or a wicked hand: the same for the same chance. */
export function mutate(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
	const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
	if (isZip) return random.pick([zipPart, zipPart, zipPart, zipHeaders, ...raw])(bytes, random, other);
	const isMarkup = bytes[0] === 0x3c;
	if (isMarkup && random.chance(0.6)) return strToU8(markup(strFromU8(bytes), random));
	return random.pick(raw)(bytes, random, other);
}
