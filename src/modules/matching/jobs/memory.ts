export const outOfMemory =
	'Памяти для такого подбора не хватило. Разделите людей, например по округам, или считайте на машине с большей памятью.';

export const isOutOfMemory = (error: unknown) =>
	error instanceof Error &&
	((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ||
		(error instanceof RangeError && /allocation failed|array length/i.test(error.message)));
