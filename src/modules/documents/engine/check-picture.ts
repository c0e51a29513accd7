import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode';

/** Dots a module: printed 22 mm wide it is sharp, as a file it is under a kilobyte. */
const scale = 8;
/** White modules around, by the standard of the code. */
const quiet = 4;

/** The QR code of an address as a picture of black and white dots; of no address, one white dot. */
export function checkPicture(address: string): Buffer {
	if (address === '') return png(1, () => false);
	// one mask named: choosing the best of eight costs three times as much, and every one of them is read
	const { size, data } = qrcode.create(address, { errorCorrectionLevel: 'M', maskPattern: 3 }).modules;
	const dark = (row: number, column: number) =>
		row >= 0 && column >= 0 && row < size && column < size && data[row * size + column] !== 0;
	const place = (dot: number) => Math.floor(dot / scale) - quiet;
	return png((size + 2 * quiet) * scale, (row, column) => dark(place(row), place(column)));
}

/** A square of one bit a dot. */
function png(size: number, dark: (row: number, column: number) => boolean): Buffer {
	const width = 1 + Math.ceil(size / 8); // a line begins with its filter: none
	const lines = Buffer.alloc(width * size);
	for (let row = 0; row < size; row++)
		for (let column = 0; column < size; column++)
			if (!dark(row, column)) lines[row * width + 1 + (column >> 3)]! |= 0x80 >> (column & 7);
	const head = Buffer.alloc(13);
	head.writeUInt32BE(size, 0);
	head.writeUInt32BE(size, 4);
	head[8] = 1; // one bit of grey; the rest of the head is nought: usual packing, no interlace
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND')]);
}

function chunk(name: string, data = Buffer.alloc(0)) {
	const named = Buffer.concat([Buffer.from(name), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
