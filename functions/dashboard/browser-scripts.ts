import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { scriptAddress, scriptHeaders } from '../script-asset.ts';

/** The scripts of signed-in pages, compiled. Without them the pages work. */
export interface StaffScripts {
  tableFilter: string;
}

export const staffScriptNames = ['tableFilter'] as const satisfies (keyof StaffScripts)[];

/** Reads what the build wrote into a folder. */
export const readStaffScripts = (folder: URL): StaffScripts => ({
  tableFilter: readFileSync(new URL('tableFilter.js', folder), 'utf8'),
});

/** Where pages find their scripts. */
export type StaffScriptAddresses = Readonly<Record<keyof StaffScripts, string>>;

export const staffScriptAddresses = ({ tableFilter }: StaffScripts): StaffScriptAddresses => ({
  tableFilter: scriptAddress('/dashboard/assets', 'table-filter', tableFilter),
});

/** They say nothing about anybody, so nobody has to have signed in for them. */
export const staffScriptRoutes = (scripts: StaffScripts) =>
  new Hono().get(staffScriptAddresses(scripts).tableFilter, (c) =>
    c.body(scripts.tableFilter, 200, scriptHeaders),
  );
