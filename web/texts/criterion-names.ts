import type { Criterion } from '../../functions/domain/questionnaire.ts';

/** Short enough to head a column or stand beside a bar; the questionnaire has the question as it is asked. */
export const criterionNames = {
  attitude: 'Thái độ',
  guidance: 'Hướng dẫn hồ sơ',
  facilities: 'Nơi tiếp dân',
  waiting: 'Thời gian chờ',
  transparency: 'Niêm yết công khai',
  paperwork: 'Giấy tờ yêu cầu',
  outcome: 'Kết quả',
  recourse: 'Phản ánh, kiến nghị',
} satisfies Record<Criterion, string>;
