import type { ListedCommune } from '../../../functions/domain/commune-list.ts';
import type { Week } from '../../../functions/domain/iso-week.ts';
import type { ShownFact } from '../../../functions/domain/measure/shown-fact.ts';
import { sensitiveFacts } from '../../../functions/domain/measure/shown-fact.ts';
import type { ShownProvincePage } from '../../../functions/domain/measure/shown-province-page.ts';
import { indicativeFrom } from '../../../functions/domain/measure/tier.ts';
import type { Commune } from '../../../functions/domain/unit.ts';
import { percent, whole } from '../../charts/texts.ts';
import { UnitLink } from '../components/unit-link.tsx';
import { province as t } from '../texts/province.ts';

const words = t.integrity;

interface NamesProps {
  at: Week;
  title: string;
  note: string;
  named: readonly { unit: Commune; figure?: string }[];
}

/** Communes by name, and what is to be thought of their being here. */
const Names = ({ at, title, note, named }: NamesProps) => (
  <section>
    <h3>
      {title}: {whole(named.length)}
    </h3>
    <p class="note">{note}</p>
    {named.length === 0 ? (
      <p>{words.nobody}</p>
    ) : (
      <ul class="names">
        {named.map(({ unit, figure }) => (
          <li>
            <UnitLink unit={unit} week={at} /> {figure ? <span class="figure">{figure}</span> : null}
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** Only communes whose flagged responses may be told: whoever adds them up gets the same. */
const Flags = ({ at, communes }: { at: Week; communes: readonly ListedCommune[] }) => {
  const told = communes.flatMap(({ unit, row: { flagged, all } }) =>
    flagged === null || all === null ? [] : [{ unit, flagged, all }],
  );
  const [flagged, all] = [
    told.reduce((total, each) => total + each.flagged, 0),
    told.reduce((total, each) => total + each.all, 0),
  ];
  const many = told.filter((each) => each.flagged >= indicativeFrom);
  return (
    <section>
      <h3>{words.flagsTitle}</h3>
      <p>
        {all === 0
          ? words.flagsNone
          : words.flags(whole(told.length), {
              flagged: whole(flagged),
              all: whole(all),
              share: percent(flagged / all),
            })}
      </p>
      <p class="note">{words.flagsNote}</p>
      {many.length === 0 ? null : (
        <table>
          <caption>{words.flagsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.list.columns.unit}</th>
              <th scope="col">{words.flagged}</th>
              <th scope="col">{words.all}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {many.map((each) => (
              <tr>
                <th scope="row">
                  <UnitLink unit={each.unit} week={at} />
                </th>
                <td>{whole(each.flagged)}</td>
                <td>{whole(each.all)}</td>
                <td>{percent(each.flagged / each.all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const answerNames = ['yes', 'no', 'undisclosed', 'answered'] as const;
/** Of a single commune as much as says the rest. */
const fewNames = ['yes', 'undisclosed', 'answered'] as const;

interface FactProps {
  names: readonly (typeof answerNames)[number][];
  fact: ShownFact;
}

const FactCells = ({ names, fact }: FactProps) => (
  <>
    {names.map((name) => {
      const count = name === 'answered' ? fact.answered : (fact.answers?.[name] ?? null);
      return <td>{count === null ? '–' : whole(count)}</td>;
    })}
  </>
);

const FactHeads = ({ names }: Pick<FactProps, 'names'>) => (
  <>
    {names.map((name) => (
      <th scope="col">{words[name]}</th>
    ))}
  </>
);

const saidYes = ({ answers }: ShownFact): boolean => (answers?.['yes'] ?? 0) > 0;

/** Two questions that hurt, summed over the province. */
const SensitiveSum = ({ page }: Pick<Props, 'page'>) => (
  <section>
    <h3>{words.sensitiveTitle}</h3>
    <p class="note">{words.sensitiveNote}</p>
    <table>
      <caption>{words.sensitiveCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.question}</th>
          <FactHeads names={answerNames} />
        </tr>
      </thead>
      <tbody>
        {sensitiveFacts.map((fact) => (
          <tr>
            <th scope="row">{words.questions[fact]}</th>
            <FactCells names={answerNames} fact={page.signals.facts[fact]} />
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** Where somebody said yes, of communes of which it may be told. Folded up, and not for paper that goes around. */
const SensitiveUnits = ({ at, page, communes }: Props) => {
  const facts = new Map(page.sensitive.map((each) => [each.commune, each]));
  const named = communes.flatMap(({ unit }) => {
    const own = facts.get(unit.code);
    return own && (saidYes(own.extraPayment) || saidYes(own.harassment)) ? [{ unit, ...own }] : [];
  });
  if (named.length === 0) return <p>{words.sensitiveNobody}</p>;
  return (
    <details class="no-print">
      <summary>{words.sensitiveByUnit(whole(named.length))}</summary>
      <section class="scroll" aria-labelledby="sensitive-caption" tabindex={0}>
        <table>
          <caption id="sensitive-caption">{words.sensitiveUnits}</caption>
          <thead>
            <tr>
              <th scope="col" rowspan={2}>
                {t.list.columns.unit}
              </th>
              {sensitiveFacts.map((fact) => (
                <th scope="colgroup" colspan={fewNames.length}>
                  {words.questions[fact]}
                </th>
              ))}
            </tr>
            <tr>
              <FactHeads names={fewNames} />
              <FactHeads names={fewNames} />
            </tr>
          </thead>
          <tbody>
            {named.map(({ unit, extraPayment, harassment }) => (
              <tr>
                <th scope="row">
                  <UnitLink unit={unit} week={at} />
                </th>
                <FactCells names={fewNames} fact={extraPayment} />
                <FactCells names={fewNames} fact={harassment} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};

interface Props {
  at: Week;
  page: ShownProvincePage;
  /** By name. */
  communes: readonly ListedCommune[];
}

/** What makes one look closer at how answers came about. */
export const Integrity = (props: Props) => {
  const { at, page, communes } = props;
  const marked = (wanted: 'over' | 'low') =>
    communes.flatMap(({ unit, row, mark }) =>
      mark === wanted && row.responseRate !== null ? [{ unit, figure: percent(row.responseRate) }] : [],
    );
  const perfect = communes.filter(({ unit }) => page.signals.improbablyPerfect.includes(unit.code));
  return (
    <section aria-labelledby="integrity">
      <h2 id="integrity">{words.title}</h2>
      <p class="note">{words.note}</p>
      <div class="board">
        <div>
          <Flags at={at} communes={communes} />
          <Names at={at} title={words.perfect} note={words.perfectNote} named={perfect} />
          <Names at={at} title={words.over} note={words.overNote} named={marked('over')} />
          <Names at={at} title={words.low} note={words.lowNote} named={marked('low')} />
        </div>
        <SensitiveSum page={page} />
      </div>
      <SensitiveUnits {...props} />
    </section>
  );
};
