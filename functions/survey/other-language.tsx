import { notices } from '../../web/pages/thanks-page.tsx';
import { laterReasons } from '../../web/pages/unavailable-page.tsx';
import { readDetailsForm, readRatingForm } from './answer-form.ts';
import type { SurveyDependencies } from './dependencies.ts';
import type { FormBody } from './form-body.ts';
import type { formPages } from './form-pages.tsx';
import { findDesk, message, page, type SurveyContext } from './pages.tsx';
import { fieldProblems } from './problem-words.ts';
import { laterPage } from './try-later.tsx';

/**
 * `POST /d/:code/language?lang=…`: the switch of a page that holds something typed. It shows the same page in that
 * language, with all that was typed, valid or not, under the same token. Nothing is stored. The page says which one it
 * is in `shown`; what is recorded is looked up.
 */
export const inOtherLanguage =
  ({ desks, now }: Pick<SurveyDependencies, 'desks' | 'now'>, pages: ReturnType<typeof formPages>) =>
  async (c: SurveyContext, body: FormBody) => {
    const { t } = c.var.site;
    const { shown, edition, ...typed } = body.posted;
    const reason = laterReasons.find((each) => each === shown);
    if (reason) return page(c, laterPage(c, reason));

    const desk = await findDesk(c, desks);
    if (!desk) return message(c, t.messages.unknownDesk, 404);
    if (!body.ok) return pages.refusedBody(c, desk, body);
    const visit = await pages.open(desk, typed);
    if (typeof visit === 'string') return pages.refusedToken(c, desk, typed, visit);

    const recorded = await pages.findRecorded(visit);
    if (recorded) {
      const said = notices.find((each) => each === shown) ?? 'unchanged';
      const read = readDetailsForm({ edition: edition ?? '', ...typed });
      const problems = said === 'invalid' && !read.ok ? fieldProblems(read.problems, t) : [];
      const notice = said === 'invalid' && problems.length === 0 ? 'unchanged' : said;
      return pages.thanks(c, desk, recorded, { posted: typed, problems, notice, isUnsent: true });
    }
    if (desk.status === 'retired') return message(c, t.messages.retiredDesk, 404);
    const read = readRatingForm(typed, visit.week, now());
    const problems = read.ok ? [] : fieldProblems(read.problems, t);
    return pages.form(c, desk, { typed, problems, token: typed['token'] }, 200);
  };
