import { createSign, generateKeyPairSync } from 'node:crypto';

/** DER (X.690): a tag, the length of what follows, and that. */
const der = (tag: number, ...parts: readonly Buffer[]) => {
	const body = Buffer.concat(parts);
	const long = body.length > 255 ? [0x82, body.length >> 8, body.length & 255] : [0x81, body.length];
	return Buffer.concat([Buffer.from([tag, ...(body.length < 128 ? [body.length] : long)]), body]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const hex = (text: string) => Buffer.from(text, 'hex');
const time = (day: string) => der(0x18, Buffer.from(`${day.replaceAll('-', '')}000000Z`));
const signedBy = sequence(hex('06082a8648ce3d040302')); // ecdsa-with-SHA256
const nameOf = (name: string) => sequence(der(0x31, sequence(hex('0603550403'), der(0x0c, Buffer.from(name)))));

type Certificate = { names: readonly string[]; address?: readonly number[]; from?: string; to?: string };

/** A certificate that its owner has signed, as a school's own mail server has one (RFC 5280): PEM of it and of its key. */
export function ownCertificate({ names, address, from = '2020-01-01', to = '2120-01-01' }: Certificate) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const subject = nameOf(names[0] ?? 'nobody');
	const alternative = sequence(
		...names.map((name) => der(0x82, Buffer.from(name))),
		...(address ? [der(0x87, Buffer.from(address))] : [])
	);
	const contents = sequence(
		der(0xa0, der(0x02, hex('02'))), // version 3
		der(0x02, hex('0123456789')),
		signedBy,
		subject,
		sequence(time(from), time(to)),
		subject,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, sequence(sequence(hex('0603551d11'), der(0x04, alternative))))
	);
	const signature = createSign('sha256').update(contents).sign(privateKey);
	const whole = sequence(contents, signedBy, der(0x03, hex('00'), signature));
	const lines = whole.toString('base64').replace(/.{64}/g, '$&\n');
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
	};
}
