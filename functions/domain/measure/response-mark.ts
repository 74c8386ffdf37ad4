const leastShare = 0.1;

/** What makes a response rate doubtful: hardly anybody answers, or more answered than are said to have come. */
export type ResponseMark = 'low' | 'over';

/** The mark of a response rate as it is shown, 0…; null without one and where nothing is to be said. */
export const responseMark = (responseRate: number | null): ResponseMark | null => {
  if (responseRate === null) return null;
  if (responseRate < leastShare) return 'low';
  return responseRate > 1 ? 'over' : null;
};
