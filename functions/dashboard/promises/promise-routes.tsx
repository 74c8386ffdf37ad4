import { randomBytes } from 'node:crypto';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { document } from '../../../web/draw.ts';
import { communePath } from '../../../web/staff/commune-nav.ts';
import { type Difference, differing } from '../../../web/staff/components/form-messages.tsx';
import { PromisePage, promiseAsTyped } from '../../../web/staff/pages/promise-page.tsx';
import { PromisesPage } from '../../../web/staff/pages/promises-page.tsx';
import { messages } from '../../../web/staff/texts/messages.ts';
import { promises as t } from '../../../web/staff/texts/promises.ts';
import { vi } from '../../../web/texts/vi.ts';
import { changePromise, settledPromise } from '../../administration/promises.ts';
import { audienceOf, mayDo } from '../../domain/authorization.ts';
import { dayOf } from '../../domain/day.ts';
import { byUrgency, type CommunePromise, isPromiseId } from '../../domain/promise.ts';
import { criteria } from '../../domain/questionnaire.ts';
import { scrub } from '../../domain/scrub.ts';
import type { Commune } from '../../domain/unit.ts';
import { lastEndedWeek } from '../../domain/week-life.ts';
import { readPromises } from '../../measures/read-promises.ts';
import type { DashboardDependencies } from '../dependencies.ts';
import { type Posted, readPosted, readVersion } from '../posted.ts';
import { staffMessage } from '../staff-pages.tsx';
import type { StaffContext, StaffRoute } from '../staff-routes.ts';
import { type PromiseTyped, readPromiseForm } from './promise-form.ts';

type Dependencies = Pick<DashboardDependencies, 'promises' | 'tallies' | 'audit' | 'now'>;

const base = '/dashboard/commune/:code/promises';
const nothing: PromiseTyped = { text: '', criterion: '', dueBy: '', doneOn: '', isShown: false };

const newId = (): string => randomBytes(16).toString('base64url');

const typedPromise = (posted: Posted): PromiseTyped => ({
  text: posted.text('text'),
  criterion: posted.text('criterion'),
  dueBy: posted.text('dueBy'),
  doneOn: posted.text('doneOn'),
  isShown: posted.text('isShown') !== '',
});

const doneWords = (key: string | undefined): string | undefined =>
  Object.entries(t.done).find(([name]) => name === key)?.[1];

/** What stands there and what was typed, in words. */
const differences = (stored: PromiseTyped, typed: PromiseTyped): Difference[] => {
  const criterionOf = (text: string): string => {
    const criterion = criteria.find((each) => each === text);
    return criterion ? vi.details.criteria[criterion] : text;
  };
  const shown = ({ isShown }: PromiseTyped): string => (isShown ? t.form.isShown.yes : t.form.isShown.no);
  return differing([
    { label: t.form.text, stored: stored.text, typed: typed.text },
    { label: t.form.criterion, stored: criterionOf(stored.criterion), typed: criterionOf(typed.criterion) },
    { label: t.form.dueBy, stored: stored.dueBy, typed: typed.dueBy },
    { label: t.form.doneOn, stored: stored.doneOn, typed: typed.doneOn },
    { label: t.form.show, stored: shown(stored), typed: shown(typed) },
  ]);
};

/** `/dashboard/commune/:code/promises`: what a commune has promised, and the form in which it promises. */
export const promiseRoutes = (deps: Dependencies): StaffRoute[] => {
  const show = (
    c: StaffContext,
    commune: Commune,
    about: Pick<
      Parameters<typeof PromisePage>[0],
      'promise' | 'newId' | 'typed' | 'problems' | 'conflict' | 'done'
    >,
    status: ContentfulStatusCode = 200,
  ) => {
    const { site, staff } = c.var;
    const today = dayOf(deps.now());
    return c.html(
      document(<PromisePage site={site} staff={staff} commune={commune} today={today} {...about} />),
      status,
    );
  };

  const keyOf = ({ province, code }: Commune, id: string) => ({ province, commune: code, id });
  const find = async (c: StaffContext, commune: Commune): Promise<CommunePromise | undefined> => {
    const id = c.req.param('id') ?? '';
    return isPromiseId(id) ? settledPromise(deps, keyOf(commune, id)) : undefined;
  };
  const actor = (c: StaffContext) => ({ by: c.var.account.subject, now: deps.now() });

  /** To the list, or back to the form when its text was not kept as it was typed. */
  const saved = (
    c: StaffContext,
    commune: Commune,
    { id, text, done }: { id: string; text: string; done: keyof typeof t.done },
  ) => {
    const list = communePath(commune.code, 'promises');
    const isScrubbed = scrub(text) !== text;
    return c.redirect(isScrubbed ? `${list}/${id}?done=scrubbed` : `${list}?done=${done}`, 303);
  };

  return [
    {
      method: 'get',
      path: base,
      unit: 'commune',
      action: 'read_commune',
      answer: async (c, commune, province) => {
        const { account, site, staff } = c.var;
        const unit = { province: province.code, commune: commune.code };
        const audience = audienceOf(account, unit);
        if (!audience) return staffMessage(c, messages.notAllowed, 403);
        const today = dayOf(deps.now());
        const made = await readPromises(deps, {
          commune,
          audience,
          at: lastEndedWeek(deps.now()),
        });
        return c.html(
          document(
            <PromisesPage
              site={site}
              staff={staff}
              commune={commune}
              promises={made.toSorted((a, b) => byUrgency(today)(a.promise, b.promise))}
              today={today}
              mayWrite={mayDo(account, 'write_promises', unit)}
              done={doneWords(c.req.query('done'))}
            />,
          ),
        );
      },
    },
    {
      method: 'get',
      path: `${base}/new`,
      unit: 'commune',
      action: 'write_promises',
      answer: async (c, commune) => show(c, commune, { promise: undefined, newId: newId(), typed: nothing }),
    },
    {
      method: 'post',
      path: `${base}/new`,
      unit: 'commune',
      action: 'write_promises',
      answer: async (c, commune) => {
        const posted = await readPosted(c);
        const typed = { ...typedPromise(posted), doneOn: '', isShown: false };
        const asked = posted.text('id');
        const id = isPromiseId(asked) ? asked : newId();
        const today = dayOf(deps.now());
        const read = readPromiseForm(typed, { today, madeOn: today });
        if (!read.ok) {
          return show(c, commune, { promise: undefined, newId: id, typed, problems: read.problems }, 400);
        }
        const made = { ...read.asked, madeOn: today };
        const outcome = await changePromise(deps, keyOf(commune, id), 0, made, actor(c));
        if (outcome !== 'conflict') return saved(c, commune, { id, text: made.text, done: 'made' });
        // The form was sent before, and is now sent with something else in it.
        const stored = await settledPromise(deps, keyOf(commune, id));
        const again = stored && { conflict: differences(promiseAsTyped(stored), typed) };
        return show(c, commune, { promise: stored, typed, ...again }, 409);
      },
    },
    {
      method: 'get',
      path: `${base}/:id`,
      unit: 'commune',
      action: 'write_promises',
      answer: async (c, commune) => {
        const promise = await find(c, commune);
        if (!promise) return staffMessage(c, t.unknown, 404);
        const done = doneWords(c.req.query('done'));
        return show(c, commune, { promise, typed: promiseAsTyped(promise), done });
      },
    },
    {
      method: 'post',
      path: `${base}/:id`,
      unit: 'commune',
      action: 'write_promises',
      answer: async (c, commune) => {
        const promise = await find(c, commune);
        if (!promise) return staffMessage(c, t.unknown, 404);
        const posted = await readPosted(c);
        const typed = typedPromise(posted);
        const seen = readVersion(posted.text('seen'));
        const read = readPromiseForm(typed, {
          today: dayOf(deps.now()),
          madeOn: promise.madeOn,
          dueBefore: promise.dueBy,
        });
        if (!read.ok) {
          const asSeen = { ...promise, version: seen ?? 0 };
          return show(c, commune, { promise: asSeen, typed, problems: read.problems }, 400);
        }
        const { id } = promise;
        // 0 would make a promise, and this one is made.
        const outcome = await changePromise(deps, keyOf(commune, id), seen || -1, read.asked, actor(c));
        if (outcome === 'conflict') {
          const stored = (await find(c, commune)) ?? promise;
          const conflict = differences(promiseAsTyped(stored), typed);
          return show(c, commune, { promise: stored, typed, conflict }, 409);
        }
        const isKept = outcome === 'changed' && read.asked.doneOn !== null && !promise.doneOn;
        return saved(c, commune, { id, text: read.asked.text, done: isKept ? 'kept' : outcome });
      },
    },
  ];
};
