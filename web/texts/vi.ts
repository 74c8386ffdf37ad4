import type { Criterion, Fact, Procedure, Rating } from '../../functions/domain/questionnaire.ts';

/** Every word a person sees, in Vietnamese. The questions are version 1 of the questionnaire, word for word. */
export const vi = {
  site: {
    name: 'Thước Đo',
    /** How this language calls itself. */
    ownName: 'Tiếng Việt',
    purpose: 'Khảo sát ẩn danh',
    home: 'Nhập mã bàn',
    privacy: 'Quyền riêng tư',
    footer: 'Trang liên quan',
    demo: 'Dữ liệu mẫu',
    demoNote: 'không phải đánh giá thật',
    problemTitle: 'Cần sửa',
  },

  ratings: {
    1: 'Rất không hài lòng',
    2: 'Không hài lòng',
    3: 'Bình thường',
    4: 'Hài lòng',
    5: 'Rất hài lòng',
  } satisfies Record<Rating, string>,

  survey: {
    title: (place: string) => `Đánh giá: ${place}`,
    question: 'Nhìn chung, Ông/Bà hài lòng ở mức nào với lần giải quyết thủ tục này?',
    notice: 'Ẩn danh, tự nguyện, không ảnh hưởng đến hồ sơ.',
    leaveBlank: 'Bỏ trống',
    typedBefore: 'Phần Ông/Bà đã điền',
    typedBeforeHint: 'Phần này được gửi cùng mức đánh giá chọn ở trên.',
  },

  details: {
    title: 'Kể thêm (không bắt buộc)',
    intro: 'Câu nào không muốn trả lời, xin để trống.',
    criteriaTitle: 'Ông/Bà hài lòng ở mức nào với từng mặt sau?',
    criteria: {
      attitude: 'Cán bộ, chiến sĩ lịch sự, tôn trọng người dân',
      guidance: 'Hướng dẫn hồ sơ dễ hiểu, đầy đủ ngay từ lần đầu',
      facilities: 'Nơi tiếp dân có biển hiệu, ghế ngồi, bàn viết, trang thiết bị đầy đủ',
      waiting: 'Thời gian chờ đến lượt hợp lý',
      transparency: 'Thủ tục, phí, lệ phí được niêm yết công khai, dễ thấy, dễ đọc',
      paperwork: 'Chỉ yêu cầu giấy tờ đúng quy định',
      outcome: 'Kết quả đầy đủ, chính xác',
      recourse: 'Dễ phản ánh, kiến nghị khi cần',
    } satisfies Record<Criterion, string>,
    notApplicable: 'Không áp dụng',
    factsTitle: 'Về lần làm thủ tục này',
    facts: {
      visits: 'Ông/Bà đã đến làm việc mấy lần cho thủ tục này?',
      timeliness: 'Kết quả được trả vào lúc nào so với giấy hẹn?',
      extra_payment: 'Có phải trả khoản nào ngoài phí, lệ phí niêm yết không?',
      harassment: 'Có bị gây phiền hà, nhũng nhiễu không?',
    } satisfies Record<Fact, string>,
    factChoices: {
      visits: { '1': 'Một lần', '2': 'Hai lần', '3': 'Ba lần trở lên' },
      timeliness: {
        early: 'Trước hẹn',
        on_time: 'Đúng hẹn',
        late: 'Trễ hẹn',
        pending: 'Chưa đến hẹn',
      },
      extra_payment: { no: 'Không', yes: 'Có', undisclosed: 'Không muốn trả lời' },
      harassment: { no: 'Không', yes: 'Có', undisclosed: 'Không muốn trả lời' },
    },
    provinceOnly: 'Chỉ Công an cấp tỉnh xem, dưới dạng số tổng hợp.',
    procedureTitle: 'Ông/Bà đến làm thủ tục về việc gì?',
    procedures: {
      residence: 'Cư trú',
      identity_card: 'Căn cước',
      e_identification: 'Định danh điện tử',
      vehicle_registration: 'Đăng ký xe',
      driving_licence: 'Giấy phép lái xe',
      criminal_record: 'Lý lịch tư pháp',
      immigration: 'Xuất nhập cảnh',
      fire_and_conditional_trades: 'PCCC và ngành nghề có điều kiện',
      other: 'Việc khác',
    } satisfies Record<Procedure, string>,
    comment: 'Ý kiến của Ông/Bà',
    commentWarning: 'Không ghi họ tên, số điện thoại, số căn cước',
    commentHint: (length: number) =>
      `Tối đa ${length} ký tự. Công an xã và Công an tỉnh đọc được ý kiến này.`,
    send: 'Gửi phần kể thêm',
  },

  thanks: {
    title: 'Cảm ơn Ông/Bà',
    notices: {
      recorded: 'Đánh giá đã được ghi nhận. Ông/Bà có thể đóng trang này.',
      added: 'Phần bổ sung đã được ghi nhận. Ông/Bà có thể đóng trang này.',
      unchanged:
        'Đánh giá đã được ghi nhận từ trước; lần gửi này không làm thay đổi. Nếu muốn sửa, xin gửi lại ở bên dưới.',
      too_late:
        'Đã quá hai giờ kể từ khi mở phiếu nên không sửa được nữa. Đánh giá đã ghi nhận vẫn được giữ nguyên.',
      invalid:
        'Phần vừa gửi chưa được ghi nhận, xin sửa chỗ báo bên dưới. Đánh giá trước đó vẫn được giữ nguyên.',
    },
    recordedRating: 'Ông/Bà đã chọn',
    change: 'Đổi lựa chọn',
    current: 'đang chọn',
    commentNotStored: 'Ý kiến Ông/Bà vừa viết (chưa được ghi nhận):',
    result: (commune: string) => `Xem kết quả của ${commune}`,
  },

  outbox: {
    sending: 'Đang gửi…',
    title: 'Đã lưu trên máy, sẽ gửi khi có mạng',
    text: 'Lúc này chưa gửi được. Đánh giá được giữ trên máy này và tự gửi khi có mạng; nếu đã đóng trang thì gửi vào lần mở phiếu sau, trong vòng 8 ngày.',
    added: 'Phần vừa thêm hoặc sửa đã lưu trên máy, sẽ gửi cùng đánh giá khi có mạng.',
    save: 'Lưu phần kể thêm',
    detailsKept:
      'Phần vừa gửi đã lưu trên máy, sẽ gửi khi có mạng. Phần này chỉ được nhận trong hai giờ kể từ khi mở phiếu. Đánh giá trước đó vẫn được giữ nguyên.',
    sent: 'Đã có mạng, đánh giá đã gửi xong. Phần Ông/Bà đang điền bên dưới thì chưa gửi.',
  },

  kiosk: {
    title: (place: string) => `Máy đánh giá tại bàn: ${place}`,
    thanks: 'Cảm ơn Ông/Bà',
    thanksText: 'Ý kiến của Ông/Bà giúp nơi này phục vụ tốt hơn.',
    needsScript:
      'Màn hình đánh giá tại bàn cần một trình duyệt đời mới, có bật JavaScript. Ông/Bà vẫn có thể đánh giá bằng phiếu thường.',
    toForm: 'Mở phiếu thường',
    unpaired: 'Máy này chưa được ghép với bàn',
    unpairedText:
      'Liên kết ghép máy không đúng hoặc đã bị thu hồi nên máy này không nhận đánh giá. Cán bộ phụ trách xin mở liên kết ghép máy mới trên máy này. Ông/Bà có thể đánh giá bằng mã QR tại bàn.',
    notKept: 'Xin lỗi, máy này chưa lưu được đánh giá. Xin Ông/Bà dùng mã QR tại bàn.',
    online: 'Đang có mạng.',
    offline: 'Đang mất mạng. Ông/Bà vẫn đánh giá được.',
    allSent: 'Mọi đánh giá đã gửi xong.',
    waiting: (count: string) => `Còn ${count} lượt đánh giá lưu trên máy, sẽ gửi khi có mạng.`,
  },

  complaints: {
    title: 'Khiếu nại, tố cáo, phản ánh',
    separate:
      'Phiếu này ẩn danh nên không ai trả lời riêng Ông/Bà được. Muốn được giải quyết và trả lời chính thức, xin dùng một trong các nơi sau:',
    commune: (police: string) => `Gặp cán bộ tiếp công dân hoặc chỉ huy ${police}, hoặc gửi đơn tại trụ sở.`,
    province: (police: string) => `Gọi đường dây nóng của ${police}; số điện thoại được niêm yết tại trụ sở.`,
    provinceAny: 'Gọi đường dây nóng của Công an tỉnh, thành phố; số điện thoại được niêm yết tại trụ sở.',
    communeAny: 'Gặp cán bộ tiếp công dân hoặc chỉ huy Công an xã, phường, đặc khu, hoặc gửi đơn tại trụ sở.',
    portal: 'Gửi phản ánh, kiến nghị trên Cổng Dịch vụ công quốc gia:',
    portalName: 'dichvucong.gov.vn',
    emergency: 'Việc khẩn cấp: gọi 113.',
  },

  home: {
    title: 'Đánh giá nơi Ông/Bà vừa làm thủ tục',
    label: 'Mã bàn',
    hint: '8 chữ và số in dưới mã QR trên áp phích, ví dụ: 7KQ2 M9XA',
    submit: 'Tìm bàn',
    problems: {
      not_a_code: 'Mã chưa đúng. Mã bàn có 8 chữ và số; xin xem lại từng chữ trên áp phích.',
      unknown_code:
        'Không có bàn nào mang mã này. Nếu Ông/Bà đã nhập đúng như trên áp phích, áp phích có thể là giả: xin báo cán bộ tại bàn.',
      retired: 'Bàn này đã ngừng nhận đánh giá. Xin hỏi cán bộ mã bàn đang dùng.',
    },
    belongsTo: (code: string) => `Mã ${code} là của:`,
    checkPlace: 'Nếu không đúng nơi Ông/Bà vừa làm thủ tục, xin đừng tiếp tục và báo cán bộ tại bàn.',
    open: 'Mở phiếu đánh giá',
    safetyTitle: 'Phiếu thật không bao giờ hỏi',
    safety: ['đăng nhập hay mật khẩu', 'số điện thoại, số căn cước', 'mã OTP', 'chuyển tiền hay nộp phí'],
  },

  problems: {
    title: 'Xin sửa các chỗ sau',
    overallMissing: 'Xin chọn một mức hài lòng.',
    overallUnknown: 'Mức hài lòng phải là một trong năm mức của phiếu.',
    criterion: 'Xin chọn một trong các mức của phiếu hoặc “Không áp dụng”.',
    choice: 'Xin chọn một trong các câu trả lời của phiếu.',
    commentTooLong: (length: number) => `Ý kiến dài quá ${length} ký tự, xin rút ngắn.`,
    commentUnreadable: 'Ý kiến có ký tự không đọc được, xin viết lại.',
    unknownField: 'Phiếu có mục không thuộc phiếu này nên chưa được ghi nhận. Xin gửi lại.',
    week: 'Tuần làm thủ tục không hợp lệ hoặc đã quá 8 ngày.',
    tokenMissing: 'Phiếu thiếu thông tin kỹ thuật. Xin chọn lại mức hài lòng để gửi.',
    tokenExpired: 'Phiếu đã mở quá lâu. Đây là phiếu mới, xin chọn lại mức hài lòng để gửi.',
    tokenInvalid: 'Phiếu cũ không dùng được nữa. Đây là phiếu mới, xin chọn lại mức hài lòng để gửi.',
    edition: 'Phần kể thêm thiếu thông tin kỹ thuật. Xin gửi lại.',
  },

  unavailable: {
    title: 'Chưa gửi được, xin thử lại',
    text: 'Xin lỗi Ông/Bà, hệ thống đang bận. Câu trả lời chưa được ghi nhận nhưng vẫn còn trên trang này. Xin chờ một phút rồi chạm nút dưới đây.',
    textWithoutAnswer: 'Xin lỗi Ông/Bà, hệ thống đang bận. Xin chờ một phút rồi mở lại trang này.',
    again: 'Gửi lại',
    once: 'Gửi lại nhiều lần cũng chỉ tính một lượt.',
  },

  /** The same page, for another reason. */
  tooMany: {
    title: 'Đang có nhiều người gửi, xin thử lại',
    text: 'Xin lỗi Ông/Bà, đang có quá nhiều lượt gửi cùng lúc. Câu trả lời chưa được ghi nhận nhưng vẫn còn trên trang này. Xin chờ một phút rồi chạm nút dưới đây.',
  },

  messages: {
    toHome: 'Nhập mã bàn',
    unknownDesk: {
      title: 'Không tìm thấy bàn này',
      text: 'Mã trong địa chỉ không thuộc bàn nào. Xin quét lại mã QR, hoặc nhập 8 chữ và số in dưới mã QR. Nếu vẫn không được, áp phích có thể là giả: xin báo cán bộ tại bàn.',
    },
    retiredDesk: {
      title: 'Bàn này đã ngừng nhận đánh giá',
      text: 'Mã QR này không còn dùng nữa. Xin quét mã QR mới đặt tại bàn, hoặc hỏi cán bộ mã bàn đang dùng.',
    },
    unknownCommune: {
      title: 'Không tìm thấy xã, phường này',
      text: 'Mã xã, phường, đặc khu trong địa chỉ không có trong danh mục. Tên và mã có thể đã đổi sau sắp xếp đơn vị hành chính.',
    },
    unknownProvince: {
      title: 'Không tìm thấy tỉnh, thành phố này',
      text: 'Mã tỉnh, thành phố trong địa chỉ không có trong danh mục.',
    },
    notPublished: {
      title: 'Kết quả nơi này chưa được công bố',
      text: 'Công an tỉnh, thành phố chưa công bố kết quả của nơi này. Đánh giá của Ông/Bà vẫn được ghi nhận và dùng để cải thiện phục vụ.',
    },
    notFound: {
      title: 'Không tìm thấy trang',
      text: 'Địa chỉ này không có trang nào. Nếu Ông/Bà muốn đánh giá, xin nhập mã bàn in dưới mã QR.',
    },
    tooLarge: {
      title: 'Nội dung gửi quá lớn',
      text: 'Câu trả lời chưa được ghi nhận. Xin quay lại trang trước, rút ngắn ý kiến rồi gửi lại.',
    },
    wrongOrigin: {
      title: 'Câu trả lời đến từ trang khác',
      text: 'Câu trả lời chưa được ghi nhận vì được gửi từ một trang không phải của khảo sát này. Xin quét lại mã QR tại bàn.',
    },
    wrongContentType: {
      title: 'Chưa đọc được câu trả lời',
      text: 'Câu trả lời chưa được ghi nhận vì không được gửi từ phiếu. Xin quét lại mã QR tại bàn.',
    },
    badEncoding: {
      title: 'Chưa đọc được câu trả lời',
      text: 'Câu trả lời chưa được ghi nhận vì có ký tự hỏng. Xin quay lại trang trước và gửi lại.',
    },
    wentWrong: {
      title: 'Có lỗi phía hệ thống',
      text: 'Xin lỗi Ông/Bà, đã có lỗi ngoài ý muốn. Xin quay lại trang trước và thử lại sau ít phút.',
    },
  },

  privacy: {
    title: 'Quyền riêng tư',
    intro: 'Phiếu này ẩn danh và tự nguyện.',
    items: [
      ['Ai tổ chức:', 'Công an tỉnh, thành phố cùng Công an xã, phường, đặc khu nơi đặt bàn.'],
      ['Để làm gì:', 'Biết chỗ nào phục vụ tốt, chỗ nào cần sửa; không chấm điểm cá nhân.'],
      ['Lưu những gì:', 'Các câu đã trả lời, ý kiến đã che số liên lạc, mã bàn và tuần làm thủ tục.'],
      [
        'Không lưu những gì:',
        'Họ tên, số điện thoại, số căn cước, biển số, giới tính, tuổi, địa chỉ mạng, vị trí, ảnh, thông tin máy, giờ trả lời. Không dùng cookie.',
      ],
    ] as [string, string][],
    howLong: 'Lưu bao lâu:',
    kept: (answers: string, comments: string) => `Câu trả lời ${answers}, ý kiến ${comments}, sau đó tự xóa.`,
    months: (count: string) => `${count} tháng`,
    moreItems: [
      ['Có bắt buộc không:', 'Không. Trả lời hay không đều không ảnh hưởng đến hồ sơ.'],
      [
        'Ai xem được:',
        'Kết quả chung, công bố khi có từ 30 lượt đánh giá. Công an xã và Công an tỉnh đọc ý kiến.',
      ],
      ['Sửa câu trả lời:', 'Trong hai giờ, ngay trên trang cảm ơn; sau đó không ai tìm lại được.'],
    ] as [string, string][],
  },

  weeks: {
    one: (week: number, year: number) => `tuần ${week} năm ${year}`,
    several: (first: number, last: number, year: number) => `tuần ${first}–${last} năm ${year}`,
    acrossYears: (first: number, firstYear: number, last: number, lastYear: number) =>
      `tuần ${first}/${firstYear}–${last}/${lastYear}`,
  },

  finality: {
    provisional: (weeks: string) => `Tạm tính: còn nhận lượt đánh giá gửi muộn của ${weeks}.`,
    updated: (recounted: string) => `Đã cập nhật: ${recounted}.`,
    recounted: (weeks: string, day: string) => `số liệu ${weeks} được tính lại ngày ${day}`,
  },

  result: {
    title: (police: string) => `Mức hài lòng tại ${police}`,
    latest: 'Mới nhất',
    quarter: '13 tuần gần nhất',
    answers: (count: string) => `${count} lượt đánh giá`,
    rate: 'hài lòng hoặc rất hài lòng',
    interval: (low: string, high: string) => `trong khoảng từ ${low} đến ${high}`,
    barLabel: (rate: string, low: string, high: string) =>
      `Tỷ lệ hài lòng ${rate}, trong khoảng từ ${low} đến ${high}, trên thang từ 0 đến 100 phần trăm`,
    scaleStart: '0 %',
    scaleEnd: '100 %',
    topBox: 'Tỷ lệ rất hài lòng',
    meanScore: 'Điểm trung bình (trên 100)',
    tooFew: 'Chưa đủ dữ liệu',
    tooFewWhy:
      'Kết quả chỉ được công bố khi có từ 30 lượt đánh giá trở lên. Ít hơn thì con số chưa đáng tin và có thể làm lộ người trả lời.',
    howTitle: 'Cách tính',
    how: [
      'Tỷ lệ hài lòng là số lượt chọn “Hài lòng” hoặc “Rất hài lòng” (mức 4–5) chia cho tổng số lượt đánh giá.',
      'Không phải ai đến làm thủ tục cũng trả lời, nên con số nào cũng có sai số. Tỷ lệ thật nhiều khả năng nằm trong khoảng ghi kèm (độ tin cậy 95 %); càng nhiều lượt đánh giá, khoảng càng hẹp.',
      'Tuần ít lượt đánh giá được gộp với các tuần liền nhau. Chỉ tính những tuần đã kết thúc.',
      'Đây là khảo sát ẩn danh tại bàn một cửa, dùng để cải thiện phục vụ, không dùng để xếp hạng các nơi.',
    ],
    keptTitle: 'Ông/Bà góp ý – chúng tôi đã làm',
    keptIn: (month: string) => `Xong tháng ${month}.`,
    toProvince: (police: string) => `Các xã, phường của ${police}`,
    openTitle: 'Tuần đang mở – chỉ hiện trong bản dữ liệu mẫu',
    openHint: 'Câu trả lời mới được tính vào đây sau khi tổng hợp.',
    openCaption: 'Số lượt theo từng mức',
    openRating: 'Mức',
    openCount: 'Số lượt',
    aggregate: 'Tổng hợp ngay',
  },

  province: {
    title: (police: string) => `Mức hài lòng tại các xã, phường của ${police}`,
    titleShort: (province: string) => `Mức hài lòng: ${province}`,
    noRanking:
      'Danh sách xếp theo tên, không xếp hạng: các tỷ lệ gần nhau và đều có sai số, nên thứ tự cao thấp phần nhiều là ngẫu nhiên.',
    window:
      'Số liệu lấy từ 13 tuần gần nhất của mỗi nơi; nơi ít lượt đánh giá thì lấy thêm những tuần trước đó.',
    commune: 'Xã, phường, đặc khu',
    answers: 'Số lượt đánh giá',
    rate: 'Tỷ lệ hài lòng',
    interval: 'Trong khoảng',
    range: (low: string, high: string) => `${low} đến ${high}`,
    empty: 'Chưa có xã, phường nào.',
  },

  poster: {
    title: (desk: string) => `Áp phích: ${desk}`,
    invitation: 'Mời Ông/Bà đánh giá',
    question: 'Ông/Bà hài lòng ở mức nào với lần giải quyết thủ tục này?',
    scan: 'Quét mã QR bằng máy ảnh điện thoại hoặc Zalo',
    qrLabel: (desk: string) => `Mã QR mở phiếu đánh giá của ${desk}`,
    orType: 'hoặc vào địa chỉ',
    andCode: 'và nhập mã bàn',
    anonymous: 'Ẩn danh, tự nguyện, không ảnh hưởng đến hồ sơ.',
    never: 'Không yêu cầu đăng nhập, số điện thoại, mã OTP hay chuyển tiền',
    check: (site: string) =>
      `Nghi mã QR bị dán đè? Xin tự gõ địa chỉ ${site}, nhập mã bàn: trang phải hiện đúng tên bàn và đơn vị in ở đây.`,
    printHint:
      'Trang này in thành áp phích khổ A5. Xin mở lệnh In của trình duyệt (Ctrl + P), chọn khổ A5, in đen trắng.',
  },
};

/** What every other language has to say too. */
export type Texts = typeof vi;
