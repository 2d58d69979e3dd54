import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Catalogue, createMessages } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'
import { bannedInEnglish, bannedInIndonesian, shouting } from '../_banned-words.ts'

const root = join(__dirname, '../..')

/** Every catalogue of every screen: exports that hold both languages, from the files in which screens keep their words. */
function catalogues(): [name: string, catalogue: Catalogue][] {
  const folders = readdirSync(root).filter((folder) => folder.endsWith('-ui') || folder === 'ui-kit')
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)messages(\/[\w-]+)?\.ts$|-messages\.ts$/.test(file))
      .filter((file) => !file.endsWith('create-messages.ts') && !file.endsWith('use-messages.ts'))
      .map((file) => join(folder, file)),
  )
  return files.flatMap((file) =>
    Object.entries(require(join(root, file)) as Record<string, unknown>)
      .filter(([, value]) => typeof value === 'object' && value !== null && 'id' in value && 'en' in value)
      .map(([name, value]): [string, Catalogue] => [`${file} ${name}`, value as Catalogue]),
  )
}

const valueNames = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()

const all = catalogues()

it('finds the catalogues of the kit', () => {
  expect(all.map(([name]) => name)).toEqual(
    expect.arrayContaining(['ui-kit/messages/kit.ts kitCatalogue', 'ui-kit/messages/approved.ts approvedCatalogue']),
  )
})

describe.each(all)('%s', (_name, { id, en }) => {
  const plain = (words: Readonly<Record<string, string>>) => Object.keys(words).filter((key) => !key.endsWith('_one'))

  it('has the same keys in both languages', () => {
    expect(plain(en).sort()).toEqual(plain(id).sort())
  })

  it('fills in the same values in both languages, zone names left to Indonesian', () => {
    const differing = plain(id).filter((key) => {
      const inId = valueNames(id[key] ?? '').filter((value) => value !== '{zone}')
      return (
        inId.join() !==
        valueNames(en[key] ?? '')
          .filter((value) => value !== '{zone}')
          .join()
      )
    })
    expect(differing).toEqual([])
  })

  it('has no banned word, no exclamation mark and no pictogram', () => {
    const found = [
      ...Object.entries(id).filter(([, sentence]) => bannedInIndonesian.test(sentence) || shouting.test(sentence)),
      ...Object.entries(en).filter(([, sentence]) => bannedInEnglish.test(sentence) || shouting.test(sentence)),
    ]
    expect(found).toEqual([])
  })
})

describe('createMessages', () => {
  const mine = {
    id: { 'door.next': 'Berikutnya', greet: 'Nomor {label}', count: '{n} orang' },
    en: { 'door.next': 'Next', greet: 'Number {label}', count: '{n} people', count_one: '{n} person' },
  } as const satisfies Catalogue

  it('speaks the language of the screen, with dots in its keys and values filled in as they are', () => {
    expect(createMessages('id', mine).t('door.next')).toBe('Berikutnya')
    expect(createMessages('en', mine).t('greet', { label: 'DK & <050>' })).toBe('Number DK & <050>')
  })

  it('chooses the plural form by n', () => {
    expect([0, 1, 2].map((n) => createMessages('en', mine).t('count', { n }))).toEqual([
      '0 people',
      '1 person',
      '2 people',
    ])
    expect([1, 2].map((n) => createMessages('id', mine).t('count', { n }))).toEqual(['1 orang', '2 orang'])
  })

  it('lays the later catalogue over the earlier', () => {
    const own = { id: { 'status.open': 'Terbuka' }, en: { 'status.open': 'Opened' } } as const satisfies Catalogue
    const { t } = createMessages('id', kitCatalogue, own)
    expect([t('status.open'), t('status.closed')]).toEqual(['Terbuka', 'Tutup'])
  })

  it('picks its half of a text, and Indonesian where English is empty', () => {
    expect(createMessages('en', mine).pick({ id: 'Gerai', en: 'Booth' })).toBe('Booth')
    expect(createMessages('en', mine).pick({ id: 'Gerai', en: '' })).toBe('Gerai')
  })
})
