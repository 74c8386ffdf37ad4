import { decimal } from '../../texts/numbers.ts';

/** A difference of rates as percent points with its sign: '−3,2 điểm', '+1,4 điểm', '0,0 điểm'. */
export const points = (gap: number): string => {
  const text = decimal(Math.abs(gap) * 100, 'vi');
  const sign = text === '0,0' ? '' : gap < 0 ? '−' : '+';
  return `${sign}${text}\u00a0điểm`;
};
