import { Layout, type Site } from '../layout.tsx';
import { surveyStyle } from '../styles/survey-style.ts';

interface Props {
  site: Site;
  title: string;
  text: string;
  link?: { href: string; text: string };
}

/** One thing to say, and what to do next. */
export const MessagePage = ({ site, title, text, link }: Props) => (
  <Layout site={site} title={title} style={surveyStyle} noindex>
    <h1>{title}</h1>
    <p>{text}</p>
    {link ? (
      <a class="go main" href={link.href}>
        {link.text}
      </a>
    ) : null}
  </Layout>
);
