import type { Desk } from '../../functions/domain/desk.ts';
import { spellDeskCode } from '../../functions/domain/desk-code.ts';
import { DeskHeading } from '../components/desk-heading.tsx';
import { QrCode, type QrImage } from '../components/qr-code.tsx';
import { Layout, type Site } from '../layout.tsx';
import { posterStyle } from '../styles/poster-style.ts';

interface Props {
  site: Site;
  desk: Desk;
  /** Where the QR code leads, or only the site's origin: a person types no more than the host. */
  address: string;
  qr: QrImage;
}

const hostOf = (address: string): string => address.replace(/^https?:\/\//, '').replace(/[/?#].*$/, '');

/** Prints as one A5 page. A pasted-over QR code can be found out by typing what is printed here. */
export const PosterPage = ({ site, desk, address, qr }: Props) => {
  const { t } = site;
  const host = hostOf(address);
  return (
    <Layout site={site} title={t.poster.title(desk.name)} style={posterStyle} noindex>
      <p class="hint">{t.poster.printHint}</p>
      <div class="poster">
        <h1>{t.poster.invitation}</h1>
        <p class="question">{t.poster.question}</p>
        <QrCode image={qr} label={t.poster.qrLabel(desk.name)} />
        <p class="scan">{t.poster.scan}</p>
        <div class="type">
          <p>
            {t.poster.orType} <b class="address">{host}</b> {t.poster.andCode}
          </p>
          <p class="code">{spellDeskCode(desk.code)}</p>
        </div>
        <DeskHeading desk={desk} />
        <p class="never">{t.poster.never}</p>
        <p>{t.poster.anonymous}</p>
        <p class="check">{t.poster.check(host)}</p>
      </div>
    </Layout>
  );
};
