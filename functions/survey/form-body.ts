/** What a form posted, by field name, as it was typed. */
export type Posted = Readonly<Record<string, string>>;

export type FormBody =
  | { ok: true; posted: Posted }
  | { ok: false; reason: 'content_type' | 'encoding' | 'repeated_field'; posted: Posted };

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i;
/** Control characters that no keyboard types into a form; tabs and line breaks stay. */
const controls = /[^\P{Cc}\t\n\r]/u;

/** Strict reading: %-escapes must be complete and spell UTF-8. URLSearchParams alone would replace what is not. */
const isCleanText = (body: string): boolean => {
  try {
    return !controls.test(decodeURIComponent(body.replaceAll('+', ' ')));
  } catch {
    return false;
  }
};

/** Reads a posted form without trusting it. What can be shown again is returned with every refusal. */
export const readFormBody = async (request: Request): Promise<FormBody> => {
  if (!formType.test(request.headers.get('content-type') ?? '')) {
    return { ok: false, reason: 'content_type', posted: {} };
  }
  const bytes = await request.arrayBuffer();
  // A form's body is ASCII; raw bytes beyond it become U+FFFD here and are refused below.
  const body = new TextDecoder().decode(bytes);
  const pairs = [...new URLSearchParams(body)];
  const posted = Object.fromEntries(pairs.map(([name, value]) => [name, value.replaceAll(/\r\n?/g, '\n')]));
  if (body.includes('\u{FFFD}') || !isCleanText(body)) return { ok: false, reason: 'encoding', posted };
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) {
    return { ok: false, reason: 'repeated_field', posted };
  }
  return { ok: true, posted };
};
