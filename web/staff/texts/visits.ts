import type { ReportedWeekProblem, VisitsProblem } from '../../../functions/domain/visits.ts';

/** How many people a commune received, week by week: typed by the chief, or taken over from a file. */
export const visits = {
  title: 'Lượt tiếp nhận',
  intro:
    'Nhập số lượt người dân được tiếp nhận tại bàn một cửa trong từng tuần đã kết thúc. Số này dùng để tính tỷ lệ người dân trả lời. Nhập sai thì nhập lại số đúng.',
  field: (week: string) => `Số lượt ${week}`,
  none: 'Chưa báo',
  stored: (visits: string, role: string, day: string) => `Đang lưu: ${visits} lượt, ${role} báo ngày ${day}`,
  save: 'Lưu số lượt',
  history: (changes: number) => `Các lần báo (${changes})`,
  change: (visits: string, role: string, day: string) => `${day}: ${visits} lượt (${role})`,
  you: 'đồng chí',
  byImport: 'nhập từ tệp',
  byFormer: 'tài khoản đã thôi nhiệm vụ',
  done: {
    saved: (weeks: number) => `Đã lưu số lượt của ${weeks} tuần.`,
    unchanged: 'Không có số nào thay đổi.',
  },
  conflict: (stored: string, typed: string) =>
    `Tuần này người khác vừa báo ${stored} lượt; đồng chí nhập ${typed}. Nếu ${typed} mới đúng, xin bấm lưu lần nữa.`,
  conflictTitle: 'Có người vừa báo số khác. Các tuần còn lại đã lưu.',

  problems: {
    not_whole: 'Xin nhập số nguyên từ 0, chỉ gồm chữ số: không dấu chấm, dấu phẩy, dấu âm hay chữ.',
    too_many:
      'Số này lớn hơn 100.000, không xã nào tiếp nhận nhiều như vậy trong một tuần. Xin kiểm tra lại.',
    cleared: 'Không xóa được số đã báo. Nếu tuần đó không tiếp nhận ai, xin nhập 0.',
  } satisfies Record<VisitsProblem | 'cleared', string>,

  import: {
    title: 'Nhập lượt tiếp nhận từ tệp',
    intro:
      'Tệp CSV (UTF-8) hoặc bảng dán từ Excel, dòng đầu là tên cột: commune, week, visits. Mã xã gồm 5 chữ số; tuần viết như 2026-W47; mỗi dòng một xã một tuần.',
    example: 'commune,week,visits\n18073,2026-W46,212\n18074,2026-W46,95',
    exampleTitle: 'Ví dụ',
    file: 'Chọn tệp CSV',
    text: 'Hoặc dán bảng vào đây',
    textHint:
      'Cột cách nhau bằng dấu phẩy, dấu chấm phẩy hoặc phím Tab. Nếu chọn tệp, phần dán không được dùng.',
    submit: 'Kiểm tra và nhập',
    allOrNothing:
      'Cả bảng được kiểm tra trước; chỉ cần một dòng sai thì chưa có gì được lưu. Nhập lại cùng một bảng không làm thay đổi gì.',
    done: (added: string, corrected: string, unchanged: string) =>
      `Đã nhập: ${added} số mới, ${corrected} số được sửa, ${unchanged} số giữ nguyên.`,
    problemsTitle: (count: number) => `Bảng có ${count} chỗ sai, chưa có gì được lưu`,
    more: (count: number) => `… và ${count} chỗ khác`,
    atLine: (line: number) => `Dòng ${line}`,
    atCell: (line: number, column: string) => `Dòng ${line}, cột ${column}`,
    problems: {
      nothing: 'Xin chọn một tệp, hoặc dán bảng vào ô bên dưới.',
      not_utf8: 'Tệp không phải văn bản UTF-8. Trong Excel, xin lưu dạng “CSV UTF-8”.',
      header: 'Dòng đầu phải là tên ba cột: commune, week, visits.',
      tooMany: (rows: number) => `Bảng có nhiều hơn ${rows} dòng. Xin chia thành nhiều lần nhập.`,
      no_rows: 'Dưới dòng tên cột chưa có dòng nào.',
      malformed: (line: number | undefined) =>
        line === undefined
          ? 'Bảng viết chưa đúng dạng CSV, có thể thiếu dấu nháy kép.'
          : `Bảng viết chưa đúng dạng CSV gần dòng ${line}, có thể thiếu dấu nháy kép.`,
      ragged: (cells: number, wanted: number) => `có ${cells} ô, cần ${wanted} ô.`,
      no_code: (value: string) => `“${value}” không phải mã xã: mã gồm 5 chữ số, kể cả số 0 ở đầu.`,
      unknown: (value: string) => `không có xã mang mã ${value} trong tỉnh này.`,
      repeated: (line: number) => `xã và tuần này đã có ở dòng ${line}.`,
      contended:
        'Có người đang cùng báo số nên chưa nhập hết. Xin bấm nhập lại; phần đã nhập không bị nhập hai lần.',
      visits: {
        not_whole: (value: string) => `“${value}” không phải số nguyên từ 0, chỉ gồm chữ số.`,
        too_many: (value: string) => `${value} lớn hơn 100.000 lượt, không thể có trong một tuần.`,
      } satisfies Record<VisitsProblem, (value: string) => string>,
      week: {
        no_week: (value: string) => `“${value}” không phải một tuần; xin viết như 2026-W47.`,
        too_early: (value: string) => `tuần ${value} trước năm 2025.`,
        not_begun: (value: string) => `tuần ${value} chưa đến.`,
        not_ended: (value: string) => `tuần ${value} chưa kết thúc; báo được từ thứ Hai sau.`,
      } satisfies Record<ReportedWeekProblem, (value: string) => string>,
    },
  },
};
