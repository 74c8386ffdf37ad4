import { type LineProblem, largestRolloutTable } from '../../../functions/domain/rollout-table.ts';

/** The page on which a province plans in which phase and from which day each commune takes part. */
export const rollout = {
  title: 'Lộ trình triển khai',
  intro:
    'Mỗi đơn vị thuộc một trong ba giai đoạn và có ngày bắt đầu. Đơn vị được coi là đã triển khai khi có bàn một cửa đang hoạt động, và có đánh giá khi có lượt trong 13 tuần gần nhất.',
  units: 'Từng đơn vị',
  unit: 'Đơn vị',
  phase: 'Giai đoạn',
  start: 'Ngày bắt đầu',
  state: 'Tình trạng',
  none: '–',
  edit: 'Sửa lộ trình',
  table: 'Bảng lộ trình',
  tableHint:
    'Mỗi dòng một đơn vị: mã xã, giai đoạn (1, 2 hoặc 3), ngày bắt đầu (2026-12-01 hoặc 01/12/2026); phần sau là tên, chỉ để dễ đọc. Có thể dán thẳng từ bảng tính. Dòng chỉ có mã là chưa xếp; đơn vị không có dòng nào cũng là chưa xếp.',
  save: 'Lưu lộ trình',
  done: { saved: 'Đã lưu lộ trình.', unchanged: 'Lộ trình không có gì thay đổi.' },
  line: (line: number, text: string, problem: string) => `Dòng ${line} “${text}”: ${problem}`,
  more: (count: number) => `Và ${count} dòng khác cũng cần sửa.`,
  problems: {
    no_commune: 'không bắt đầu bằng mã xã năm chữ số',
    unknown_commune: 'tỉnh này không có đơn vị nào mang mã đó',
    twice: 'đơn vị này đã có ở dòng trên',
    no_phase: 'giai đoạn phải là 1, 2 hoặc 3',
    no_day: 'ngày bắt đầu không phải là một ngày có thật, ví dụ 01/12/2026',
    too_long: `bảng chỉ được có nhiều nhất ${largestRolloutTable} dòng`,
  } satisfies Record<LineProblem, string>,
  planned: (phase: number, day: string) => `giai đoạn ${phase}, từ ${day}`,
};
