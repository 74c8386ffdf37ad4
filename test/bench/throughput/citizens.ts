import { tokenIn } from '../support/decoded.ts';
import { type Client, openClient, type Timed, timed } from '../support/load-client.ts';

/** Fewer answers at one desk in ten minutes than make a burst. */
export const answersPerDesk = 4;

/** Hands out desks that nobody has rated yet. */
export const deskPool = (desks: readonly string[]) => {
  let used = 0;
  return {
    forAnswers: (count: number): string[] => {
      const taken = desks.slice(used, used + Math.ceil(count / answersPerDesk));
      used += taken.length;
      if (taken.length * answersPerDesk < count) throw new Error('not enough desks for this benchmark');
      return taken;
    },
  };
};

/** Answers at one desk stand far apart, so that they do not wait for one another. */
const deskAt = (desks: readonly string[], index: number): string => desks[index % desks.length] ?? '';

/** People at desks, so many at a time, each over a connection that stays open. */
export const citizens = (origin: string, atOnce: number) => {
  const client: Client = openClient(origin, atOnce);

  const scan = async (desk: string): Promise<string> => {
    const response = await client.send({ method: 'GET', path: `/d/${desk}` });
    if (response.status !== 200) throw new Error(`the form was answered with ${response.status}`);
    return tokenIn(response);
  };

  const rate = async (desk: string, token: string, index: number): Promise<void> => {
    const { status } = await client.send({
      method: 'POST',
      path: `/d/${desk}`,
      form: { token, overall: String((index % 5) + 1) },
    });
    if (status !== 200) throw new Error(`a rating was answered with ${status}`);
  };

  return {
    /** Opens forms and does not read them: what the server can do, not what this client can. */
    open: (desks: readonly string[], count: number): Promise<Timed> =>
      timed(count, atOnce, async (index) => {
        const { status } = await client.send({ method: 'GET', path: `/d/${deskAt(desks, index)}` });
        if (status !== 200) throw new Error(`the form was answered with ${status}`);
      }),

    tokens: async (desks: readonly string[], count: number): Promise<string[]> => {
      const tokens: string[] = [];
      await timed(count, atOnce, async (index) => {
        tokens[index] = await scan(deskAt(desks, index));
      });
      return tokens;
    },

    rate: (desks: readonly string[], tokens: readonly string[]): Promise<Timed> =>
      timed(tokens.length, atOnce, (index) => rate(deskAt(desks, index), tokens[index] ?? '', index)),

    /** A visit from scan to thank-you. */
    visit: (desks: readonly string[], count: number): Promise<Timed> =>
      timed(count, atOnce, async (index) => {
        const desk = deskAt(desks, index);
        await rate(desk, await scan(desk), index);
      }),

    close: () => client.close(),
  };
};
