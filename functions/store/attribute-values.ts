import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from './table.ts';

/*
 * The SDK's own way (util-dynamodb) takes six times as long, and a night reads millions of items. It also knows sets, binary
 * values and numbers beyond 2^53; none of these is ever written here.
 */

const decoded = (attribute: AttributeValue): unknown => {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.M !== undefined) return itemOf(attribute.M);
  if (attribute.L !== undefined) return attribute.L.map(decoded);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  throw new TypeError(`an attribute of type ${Object.keys(attribute).join()}`);
};

/** An item, or a map in one, as DynamoDB sends it. */
export const itemOf = (attributes: Readonly<Record<string, AttributeValue>>): Item => {
  const item: Item = {};
  for (const name in attributes) {
    const attribute = attributes[name];
    if (attribute !== undefined) item[name] = decoded(attribute);
  }
  return item;
};
