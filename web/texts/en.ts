import type { Texts } from './vi.ts';

/** The same in English, for foreign residents; names of units stay Vietnamese. */
export const en: Texts = {
  site: {
    name: 'Thước Đo',
    ownName: 'English',
    purpose: 'Anonymous survey',
    home: 'Enter a desk code',
    privacy: 'Privacy',
    footer: 'Related pages',
    demo: 'Dữ liệu mẫu',
    demoNote: 'sample data, not real answers',
    problemTitle: 'Please correct',
  },

  ratings: {
    1: 'Very dissatisfied',
    2: 'Dissatisfied',
    3: 'Neutral',
    4: 'Satisfied',
    5: 'Very satisfied',
  },

  survey: {
    title: (place) => `Rate ${place}`,
    question: 'Overall, how satisfied are you with how your request was handled this time?',
    notice: 'Anonymous, voluntary, no effect on your file.',
    leaveBlank: 'Leave blank',
    typedBefore: 'What you filled in',
    typedBeforeHint: 'It is sent together with the rating that you choose above.',
  },

  details: {
    title: 'Tell us more (optional)',
    intro: 'Leave blank any question that you would rather not answer.',
    criteriaTitle: 'How satisfied are you with each of these?',
    criteria: {
      attitude: 'Officers are polite and respectful',
      guidance: 'Guidance on the papers is clear and complete the first time',
      facilities: 'The reception area has signs, seats, writing desks and equipment',
      waiting: 'The waiting time is reasonable',
      transparency: 'Procedures, fees and charges are posted in public, easy to see and to read',
      paperwork: 'Only the papers required by law are asked for',
      outcome: 'The result is complete and correct',
      recourse: 'It is easy to give feedback or make a request when needed',
    },
    notApplicable: 'Not applicable',
    factsTitle: 'About this procedure',
    facts: {
      visits: 'How many times did you come for this procedure?',
      timeliness: 'When was the result ready, compared with the appointment slip?',
      extra_payment: 'Did you have to pay anything beyond the posted fees and charges?',
      harassment: 'Were you given needless trouble or harassed?',
    },
    factChoices: {
      visits: { '1': 'Once', '2': 'Twice', '3': 'Three times or more' },
      timeliness: { early: 'Early', on_time: 'On time', late: 'Late', pending: 'Not due yet' },
      extra_payment: { no: 'No', yes: 'Yes', undisclosed: 'I would rather not say' },
      harassment: { no: 'No', yes: 'Yes', undisclosed: 'I would rather not say' },
    },
    provinceOnly: 'Seen by the province police only, as totals.',
    procedureTitle: 'What was your procedure about?',
    procedures: {
      residence: 'Residence',
      identity_card: 'Identity card',
      e_identification: 'Electronic identification',
      vehicle_registration: 'Vehicle registration',
      driving_licence: 'Driving licence',
      criminal_record: 'Criminal record certificate',
      immigration: 'Passports, entry and exit',
      fire_and_conditional_trades: 'Fire safety and regulated businesses',
      other: 'Something else',
    },
    comment: 'Your comment',
    commentWarning: 'Do not write names, phone numbers or ID numbers',
    commentHint: (length) =>
      `At most ${length} characters. The commune and province police can read this comment.`,
    send: 'Send these details',
  },

  thanks: {
    title: 'Thank you',
    notices: {
      recorded: 'Your rating is recorded. You may close this page.',
      added: 'Your addition is recorded. You may close this page.',
      unchanged:
        'Your rating was recorded before; this time nothing changed. To correct it, please send it again below.',
      too_late:
        'More than two hours have passed since the form was opened, so it can no longer be changed. The recorded rating stays as it is.',
      invalid:
        'What you just sent is not recorded yet; please correct what is marked below. The earlier rating stays as it is.',
    },
    recordedRating: 'You chose',
    change: 'Change my choice',
    current: 'chosen now',
    commentNotStored: 'The comment you just wrote (not recorded):',
    result: (commune) => `See the results of ${commune}`,
  },

  outbox: {
    sending: 'Sending…',
    title: 'Saved on this device, to be sent when there is a network',
    text: 'It cannot be sent now. Your rating is kept on this device and sent when there is a network; if you close this page, the next time you open a form, within 8 days.',
    added: 'What you added or changed is saved on this device, to be sent with your rating.',
    save: 'Save these details',
    detailsKept:
      'What you just sent is saved on this device, to be sent when there is a network. It is accepted only within two hours after the form was opened. The earlier rating stays as it is.',
    sent: 'The network is back and your rating has been sent. What you are filling in below has not.',
  },

  kiosk: {
    title: (place) => `Rating tablet: ${place}`,
    thanks: 'Thank you',
    thanksText: 'Your rating helps this place to serve people better.',
    needsScript:
      'This screen needs a recent browser with JavaScript on. You can still give your rating on the ordinary form.',
    toForm: 'Open the ordinary form',
    unpaired: 'This tablet is not paired with the desk',
    unpairedText:
      'The pairing link is wrong or was revoked, so this tablet takes no ratings. Staff: please open a new pairing link on this tablet. You can give your rating by the QR code at the desk.',
    notKept: 'Sorry, this tablet could not save your rating. Please use the QR code at the desk.',
    online: 'Online.',
    offline: 'Offline. You can still give your rating.',
    allSent: 'All ratings have been sent.',
    waiting: (count) => `Ratings saved on this tablet, to be sent when there is a network: ${count}.`,
  },

  complaints: {
    title: 'Complaints, denunciations, feedback',
    separate:
      'This form is anonymous, so nobody can answer you. For an official decision and answer, please use one of these:',
    commune: (police) =>
      `See the reception officer or the chief of ${police}, or hand in a letter at the station.`,
    province: (police) => `Call the hotline of ${police}; its number is posted at the station.`,
    provinceAny: 'Call the hotline of the province or city police; its number is posted at the station.',
    communeAny:
      'See the reception officer or the chief of the commune police, or hand in a letter at the station.',
    portal: 'Send feedback on the National Public Service Portal:',
    portalName: 'dichvucong.gov.vn',
    emergency: 'Emergency: call 113.',
  },

  home: {
    title: 'Rate the desk that served you',
    label: 'Desk code',
    hint: '8 letters and digits under the QR code on the poster, for example: 7KQ2 M9XA',
    submit: 'Find the desk',
    problems: {
      not_a_code: 'This code is not right. A desk code has 8 letters and digits; please check each of them.',
      unknown_code:
        'No desk has this code. If it is typed as printed, the poster may be a fake: please tell the officer at the desk.',
      retired: 'This desk no longer takes ratings. Please ask the officer for the code in use.',
    },
    belongsTo: (code) => `Code ${code} belongs to:`,
    checkPlace:
      'If this is not the place that served you, please do not continue and tell the officer at the desk.',
    open: 'Open the form',
    safetyTitle: 'The real form never asks for',
    safety: ['a login or a password', 'a phone or ID number', 'an OTP', 'money or a fee'],
  },

  problems: {
    title: 'Please correct the following',
    overallMissing: 'Please choose how satisfied you are.',
    overallUnknown: 'The rating must be one of the five on the form.',
    criterion: 'Please choose one of the ratings on the form or “Not applicable”.',
    choice: 'Please choose one of the answers on the form.',
    commentTooLong: (length) => `The comment is longer than ${length} characters; please shorten it.`,
    commentUnreadable: 'The comment has characters that cannot be read; please write it again.',
    unknownField: 'Something sent does not belong to this form, so it is not recorded. Please send it again.',
    week: 'The week of the visit is not valid or more than 8 days ago.',
    tokenMissing: 'The form lacks technical data. Please choose your rating again to send it.',
    tokenExpired: 'The form was open for too long. This is a new one; please choose your rating again.',
    tokenInvalid: 'The old form is no longer valid. This is a new one; please choose your rating again.',
    edition: 'The details lack technical data. Please send them again.',
  },

  unavailable: {
    title: 'Not sent yet, please try again',
    text: 'We are sorry, the service is busy. Your answer is not recorded yet, but it is still on this page. Please wait a minute, then press the button below.',
    textWithoutAnswer: 'We are sorry, the service is busy. Please wait a minute, then open this page again.',
    again: 'Send again',
    once: 'Sending several times counts once.',
  },

  tooMany: {
    title: 'Many people are sending now, please try again',
    text: 'We are sorry, too much is being sent at the same time. Your answer is not recorded yet, but it is still on this page. Please wait a minute, then press the button below.',
  },

  messages: {
    toHome: 'Enter a desk code',
    unknownDesk: {
      title: 'This desk was not found',
      text: 'The code in the address belongs to no desk. Please scan the QR code again, or type the 8 letters and digits under it. If that fails, the poster may be a fake: please tell the officer at the desk.',
    },
    retiredDesk: {
      title: 'This desk no longer takes ratings',
      text: 'This QR code is out of use. Please scan the new one at the desk, or ask the officer for the code in use.',
    },
    unknownCommune: {
      title: 'This commune was not found',
      text: 'The commune code in the address is not on the list. Names and codes may have changed when units were merged.',
    },
    unknownProvince: {
      title: 'This province was not found',
      text: 'The province code in the address is not on the list.',
    },
    notPublished: {
      title: 'These results are not published yet',
      text: 'The provincial police has not published the results of this place. Your rating is recorded all the same and helps to improve the service.',
    },
    notFound: {
      title: 'Page not found',
      text: 'There is no page at this address. To give a rating, please enter the desk code printed under the QR code.',
    },
    tooLarge: {
      title: 'Too much was sent',
      text: 'Your answer is not recorded. Please go back, shorten the comment and send it again.',
    },
    wrongOrigin: {
      title: 'The answer came from another site',
      text: 'Your answer is not recorded, because it was sent from a page that does not belong to this survey. Please scan the QR code at the desk again.',
    },
    wrongContentType: {
      title: 'The answer could not be read',
      text: 'Your answer is not recorded, because it was not sent from the form. Please scan the QR code at the desk again.',
    },
    badEncoding: {
      title: 'The answer could not be read',
      text: 'Your answer is not recorded, because it has broken characters. Please go back and send it again.',
    },
    wentWrong: {
      title: 'Something went wrong on our side',
      text: 'We are sorry about this unexpected error. Please go back and try again in a few minutes.',
    },
  },

  privacy: {
    title: 'Privacy',
    intro: 'This form is anonymous and voluntary.',
    items: [
      ['Who runs it:', 'the province or city police with the commune police of the desk.'],
      ['Why:', 'to learn who serves well and what needs improving; it never scores a person.'],
      [
        'What is kept:',
        'the questions you answered, your comment with contact numbers masked, the desk and the week of your visit.',
      ],
      [
        'What is not kept:',
        'name, phone, ID number, plate, gender, age, IP address, location, photo, data about your phone, time of answering. No cookies.',
      ],
    ],
    howLong: 'How long:',
    kept: (answers, comments) => `answers ${answers}, comments ${comments}; then they are deleted.`,
    months: (count) => (count === '1' ? '1 month' : `${count} months`),
    moreItems: [
      ['Must I answer:', 'no. Answering or not has no effect on your file.'],
      [
        'Who sees it:',
        'overall results are published from 30 ratings on. The commune and province police read the comments.',
      ],
      ['Correcting an answer:', 'for two hours, on the thank-you page; after that nobody can find it again.'],
    ],
  },

  weeks: {
    one: (week, year) => `week ${week} of ${year}`,
    several: (first, last, year) => `weeks ${first}–${last} of ${year}`,
    acrossYears: (first, firstYear, last, lastYear) => `weeks ${first}/${firstYear}–${last}/${lastYear}`,
  },

  finality: {
    provisional: (weeks) => `Provisional: late answers of ${weeks} may still come in.`,
    updated: (recounted) => `Updated: ${recounted}.`,
    recounted: (weeks, day) => `the numbers of ${weeks} were counted again on ${day}`,
  },

  result: {
    title: (police) => `Satisfaction at ${police}`,
    latest: 'Latest',
    quarter: 'Last 13 weeks',
    answers: (count) => `${count} ratings`,
    rate: 'satisfied or very satisfied',
    interval: (low, high) => `between ${low} and ${high}`,
    barLabel: (rate, low, high) =>
      `Satisfaction rate ${rate}, between ${low} and ${high}, on a scale from 0 to 100 percent`,
    scaleStart: '0%',
    scaleEnd: '100%',
    topBox: 'Very satisfied',
    meanScore: 'Mean score (out of 100)',
    tooFew: 'Not enough data yet',
    tooFewWhy:
      'Results are shown from 30 ratings on. With fewer, the figure is not reliable and might reveal who answered.',
    howTitle: 'How it is computed',
    how: [
      'The satisfaction rate is the number of “Satisfied” and “Very satisfied” ratings (levels 4–5) divided by all ratings.',
      'Not everybody answers, so every figure has some error. The true rate is very likely within the range given (95% confidence); the more ratings, the narrower the range.',
      'Weeks with few ratings are joined with the weeks next to them. Only weeks that have ended are counted.',
      'This is an anonymous survey at the one-stop desk, for better service, not for ranking places.',
    ],
    keptTitle: 'You said it – we did it',
    keptIn: (month: string) => `Done in ${month}.`,
    toProvince: (police) => `Communes of ${police}`,
    openTitle: 'Open week – shown with sample data only',
    openHint: 'New answers are counted here after aggregation.',
    openCaption: 'Ratings by level',
    openRating: 'Level',
    openCount: 'Ratings',
    aggregate: 'Aggregate now',
  },

  province: {
    title: (police) => `Satisfaction at the communes of ${police}`,
    titleShort: (province) => `Satisfaction: ${province}`,
    noRanking:
      'The list goes by name and is no ranking: the rates are close and all have some error, so who stands higher is mostly chance.',
    window: 'Figures of the last 13 weeks of each place; earlier weeks are added where ratings are few.',
    commune: 'Commune',
    answers: 'Ratings',
    rate: 'Satisfaction rate',
    interval: 'Range',
    range: (low, high) => `${low} to ${high}`,
    empty: 'There are no communes yet.',
  },

  poster: {
    title: (desk) => `Poster: ${desk}`,
    invitation: 'Please rate our service',
    question: 'How satisfied are you with how your request was handled this time?',
    scan: 'Scan the QR code with your camera or Zalo',
    qrLabel: (desk) => `QR code that opens the form of ${desk}`,
    orType: 'or go to',
    andCode: 'and enter the desk code',
    anonymous: 'Anonymous, voluntary, no effect on your file.',
    never: 'We never ask for a login, a phone number, an OTP or money',
    check: (site) =>
      `Is a sticker pasted over the QR code? Type the address ${site} and the desk code yourself: the page must show the desk and the unit printed here.`,
    printHint:
      'This page prints as an A5 poster. Use the print command of your browser (Ctrl + P), paper size A5, black and white.',
  },
};
