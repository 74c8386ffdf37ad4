const bytesOfText = (text: string): number => Buffer.byteLength(text);

/** One byte for two digits, one more for the sign and the place of the point. */
const bytesOfNumber = (value: number): number =>
  Math.ceil(String(value).replaceAll(/\D/g, '').replace(/0+$/, '').length / 2) + 1;

/** Lists and maps: three bytes, and one for each element or pair beside what it holds. */
const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return bytesOfText(value);
  if (typeof value === 'number') return bytesOfNumber(value);
  if (Array.isArray(value)) return value.reduce((total: number, each) => total + 1 + bytesOf(each), 3);
  if (typeof value === 'object' && value !== null) return 3 + Object.keys(value).length + bytesOfItem(value);
  return 1;
};

/**
 * The size of an item, in the values that programs see, as DynamoDB counts it for capacity and for its limit of 400 KB
 * ("DynamoDB item sizes and formats" in its developer guide).
 */
export const bytesOfItem = (item: object): number =>
  Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((total, [name, value]) => total + bytesOfText(name) + bytesOf(value), 0);
