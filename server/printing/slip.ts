import { type SlipMessages, slipMessages } from './messages.ts'
import { cleanText } from './printable-text.ts'
import type { ChecklistBlock, SlipBlock, SlipContent, VisitsBlock } from './slip-blocks.ts'
import { clockTime, readClock } from './slip-clock.ts'
import { codeOf, complaintLine, followLines, layOutFrame, numberBlock, placeBlock, shows } from './slip-frame.ts'

/** The paper has room for the first few; the ticket's page has them all. */
const MOST_REQUIREMENTS = 3

/** Pure: words, order and presence of everything on the slip. Texts from people leave here without control characters. */
export function layOutSlip(content: SlipContent): SlipBlock[] {
  const words = slipMessages[content.locale]
  return layOutFrame(content, [
    numberBlock(content, words.yourNumber),
    ...(content.reprint ? [{ kind: 'mark', text: words.reprint, diamond: false } as const] : []),
    ...(content.priority ? [{ kind: 'mark', text: words.priority, diamond: true } as const] : []),
    { kind: 'service', agency: cleanText(content.agency), service: cleanText(content.service) },
    placeBlock(content, words.goTo),
    {
      kind: 'turn',
      expected: shows(content, 'estimate') ? { caption: words.expected, time: describeEstimate(content, words) } : null,
      aheadText: describeAhead(content, words),
      ahead: content.ahead,
      code: codeOf(content),
    },
    { kind: 'note', lines: [...describeBooking(content, words), ...followLines(content), words.anywhere] },
    ...layOutVisits(content, words),
    ...layOutRequirements(content, words),
    {
      kind: 'foot',
      issued: shows(content, 'issued') ? words.issued(describeIssue(content, words)) : null,
      strong: content.free && shows(content, 'free') ? words.free : null,
      plain: complaintLine(content),
    },
  ])
}

function layOutVisits({ visits = [], orderMayChange = false }: SlipContent, words: SlipMessages): VisitsBlock[] {
  if (visits.length < 2) return []
  const booths = visits.map(({ sign, floor, agency, service, done }) => ({
    sign: cleanText(sign),
    place: [words.visitFloor(floor), cleanText(agency), ...(done ? [words.visitDone] : [])].join(', '),
    done,
    service: cleanText(service),
  }))
  const note = orderMayChange ? `${words.oneNumber} ${words.orderMayChange}` : words.oneNumber
  return [{ kind: 'visits', title: words.visits, booths, note }]
}

function layOutRequirements(content: SlipContent, words: SlipMessages): ChecklistBlock[] {
  if (!shows(content, 'requirements')) return []
  const all = content.requirements
    .map(({ text, ready }) => ({ text: cleanText(text), ready }))
    .filter(({ text }) => text !== '')
  if (all.length === 0) return []
  const left = all.length - MOST_REQUIREMENTS
  const items = all.slice(0, MOST_REQUIREMENTS)
  return [
    { kind: 'checklist', title: words.bring, items, more: left > 0 ? words.more(left, pageOf(content, words)) : null },
  ]
}

function describeBooking({ bookedAt = null, timeZone }: SlipContent, words: SlipMessages): string[] {
  return bookedAt === null ? [] : [words.booked(clockTime(bookedAt, timeZone))]
}

/** What leads to the ticket's page. */
const pageOf = (content: SlipContent, words: SlipMessages): string =>
  shows(content, 'qr') ? words.byCode : words.byAddress

function describeAhead(content: SlipContent, words: SlipMessages): string {
  const { ahead } = content
  if (ahead === null) return words.seeState(pageOf(content, words))
  return ahead === 0 ? words.next : words.ahead(ahead)
}

function describeEstimate({ estimate, timeZone }: SlipContent, words: SlipMessages): string {
  if (!estimate) return words.noEstimate
  if (estimate.minutes[1] < 2) return words.soon
  return `${clockTime(estimate.fromAt, timeZone)}–${clockTime(estimate.toAt, timeZone)}`
}

function describeIssue(content: SlipContent, words: SlipMessages) {
  const { year, month, day } = readClock(content.takenAt, content.timeZone)
  return {
    date: `${day} ${words.months[month - 1] ?? ''} ${year}`,
    time: `${clockTime(content.takenAt, content.timeZone)} ${cleanText(content.zoneAbbreviation)}`,
    kiosk: content.kiosk === null ? null : words.kiosk(cleanText(content.kiosk)),
  }
}
