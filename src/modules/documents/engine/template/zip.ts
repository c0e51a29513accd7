import { crc32, deflateRawSync } from 'node:zlib';

/** Something packed once, to be put into as many archives as needed. */
export type Packed = { name: Buffer; crc: number; size: number; deflated: boolean; data: Buffer };

/** 1 January 1980, the first day an archive knows: the same papers are the same bytes. */
const day = (1 << 5) | 1;
const most16 = 0xffff;
const most32 = 0xffffffff;

export function packed(name: string, bytes: Uint8Array, { level = 6 } = {}): Packed {
	const deflated = level > 0;
	return {
		name: Buffer.from(name),
		crc: crc32(bytes),
		size: bytes.length,
		deflated,
		data: deflated ? deflateRawSync(bytes, { level }) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
	};
}

/** Eleven fields that the local and the central record share, from the version on. */
function shared(to: Buffer, at: number, { crc, size, deflated, data, name }: Packed) {
	to.writeUInt16LE(20, at);
	to.writeUInt16LE(0x0800, at + 2); // names are UTF-8
	to.writeUInt16LE(deflated ? 8 : 0, at + 4);
	to.writeUInt16LE(0, at + 6);
	to.writeUInt16LE(day, at + 8);
	to.writeUInt32LE(crc, at + 10);
	to.writeUInt32LE(data.length, at + 14);
	to.writeUInt32LE(size, at + 18);
	to.writeUInt16LE(name.length, at + 22);
}

/** What stands before a file's bytes. */
export function localRecord(file: Packed): Buffer {
	const record = Buffer.alloc(30);
	record.writeUInt32LE(0x04034b50, 0);
	shared(record, 4, file);
	return Buffer.concat([record, file.name]);
}

/** The line of the list at the end of an archive. Beyond 4 GB the place stands in an extra field. */
export function centralRecord(file: Packed, offset: number): Buffer {
	const far = offset >= most32;
	const record = Buffer.alloc(46);
	record.writeUInt32LE(0x02014b50, 0);
	record.writeUInt16LE(far ? 45 : 20, 4);
	shared(record, 6, file);
	record.writeUInt16LE(far ? 12 : 0, 30);
	record.writeUInt32LE(far ? most32 : offset, 42);
	if (!far) return Buffer.concat([record, file.name]);
	const extra = Buffer.alloc(12);
	extra.writeUInt16LE(1, 0);
	extra.writeUInt16LE(8, 2);
	extra.writeBigUInt64LE(BigInt(offset), 4);
	return Buffer.concat([record, file.name, extra]);
}

/** The end of an archive; beyond 65,535 files or 4 GB with the longer records before it (ZIP64). */
export function endRecord(files: number, listSize: number, listAt: number): Buffer {
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Math.min(files, most16), 8);
	end.writeUInt16LE(Math.min(files, most16), 10);
	end.writeUInt32LE(Math.min(listSize, most32), 12);
	end.writeUInt32LE(Math.min(listAt, most32), 16);
	if (files < most16 && listAt + listSize < most32) return end;
	const long = Buffer.alloc(76);
	long.writeUInt32LE(0x06064b50, 0);
	long.writeBigUInt64LE(44n, 4);
	long.writeUInt16LE(45, 12);
	long.writeUInt16LE(45, 14);
	long.writeBigUInt64LE(BigInt(files), 24);
	long.writeBigUInt64LE(BigInt(files), 32);
	long.writeBigUInt64LE(BigInt(listSize), 40);
	long.writeBigUInt64LE(BigInt(listAt), 48);
	long.writeUInt32LE(0x07064b50, 56);
	long.writeBigUInt64LE(BigInt(listAt + listSize), 64);
	long.writeUInt32LE(1, 72);
	return Buffer.concat([long, end]);
}

/** Files one after another from a place on, and their lines for the list at the end. */
export function laidOut(files: readonly Packed[], from = 0): { bytes: Buffer; list: Buffer } {
	const [bodies, list]: [Buffer[], Buffer[]] = [[], []];
	let at = from;
	for (const file of files) {
		list.push(centralRecord(file, at));
		const local = localRecord(file);
		bodies.push(local, file.data);
		at += local.length + file.data.length;
	}
	return { bytes: Buffer.concat(bodies), list: Buffer.concat(list) };
}

/** A small archive, whole. */
export function archiveOf(files: readonly Packed[]): Uint8Array {
	const { bytes, list } = laidOut(files);
	return Buffer.concat([bytes, list, endRecord(files.length, list.length, bytes.length)]);
}
