import { type ChangeEvent, type FormEvent, useState } from 'react'
import type { VoicePack, VoicesAnswer } from '../server/contract/voice.ts'
import { Button } from '../ui-kit/button.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { Door } from './door.ts'
import { importPack } from './import-pack.ts'
import type { RecordKey } from './messages.ts'
import { play } from './play.ts'

interface Props {
  door: Door
  voices: VoicesAnswer
  onChange: () => Promise<void>
}

const studioOf = (code: string) => `#${code}`

/** Some hundred words of 1 MB at most; a whole pack is 20 MB. */
const archiveBytesAtMost = 256 * 1024 * 1024

/** Every voice that this building can have, the one it has, and the beginning of a new one. */
export function Shelf({ door, voices, onChange }: Props) {
  const { t, pick } = useMessages<RecordKey>()
  const [said, setSaid] = useState('')
  const isAbsent = voices.inForce !== null && !voices.packs.some(({ isInForce }) => isInForce)

  const trying = async (work: () => Promise<string>) => {
    try {
      setSaid(await work())
    } catch {
      setSaid(t('fault.hub'))
    }
    await onChange()
  }
  const install = (code: string | null, title: string) =>
    trying(async () => {
      const refused = await door.install(code)
      return refused ? pick(refused.refusal.message) : t('install.done', { title })
    })
  const remove = (code: string) =>
    trying(async () => {
      await door.remove(code)
      return ''
    })

  return (
    <div className="shelf">
      <h1>{t('shelf.title')}</h1>
      <p className="about">{t('shelf.about')}</p>
      <p className="said" role="status">
        {said}
      </p>
      {isAbsent && (
        <p className="warn">
          <StatusShape state="action" />
          {t('pack.absent', { code: voices.inForce ?? '' })}
        </p>
      )}
      <ul className="packs">
        <li className="card pack">
          <h2>{t('pack.bundled')}</h2>
          <p className="quiet">{t('pack.bundled-about')}</p>
          {voices.inForce === null ? (
            <InForce />
          ) : (
            <div className="acts">
              <InstallButton
                mayInstall={voices.mayInstall}
                title={t('pack.bundled')}
                onInstall={() => install(null, t('pack.bundled'))}
              />
            </div>
          )}
        </li>
        {voices.packs.map((pack) => (
          <Pack
            key={pack.code}
            door={door}
            pack={pack}
            mayInstall={voices.mayInstall}
            onInstall={() => install(pack.code, pack.title)}
            onRemove={() => remove(pack.code)}
          />
        ))}
      </ul>
      <NewPack door={door} onSaid={setSaid} onChange={onChange} />
    </div>
  )
}

function InForce() {
  const { t } = useMessages<RecordKey>()
  return (
    <p className="in-force">
      <StatusShape state="open" />
      {t('pack.in-force')}
    </p>
  )
}

function InstallButton({
  mayInstall,
  title,
  onInstall,
}: {
  mayInstall: boolean
  title: string
  onInstall: () => void
}) {
  const { t } = useMessages<RecordKey>()
  if (!mayInstall) return <p className="quiet">{t('install.manager')}</p>
  return (
    <Button aria-label={t('pack.install-of', { title })} onClick={onInstall}>
      {t('pack.install')}
    </Button>
  )
}

interface PackProps {
  door: Door
  pack: VoicePack
  mayInstall: boolean
  onInstall: () => void
  onRemove: () => void
}

function Pack({ door, pack, mayInstall, onInstall, onRemove }: PackProps) {
  const { t } = useMessages<RecordKey>()
  const [isAsking, setAsking] = useState(false)
  const { code, title, has, needs, isInForce } = pack
  const save = async () => {
    const address = URL.createObjectURL(await door.archive(code))
    const link = Object.assign(document.createElement('a'), { href: address, download: `${code}.tar` })
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <li className="card pack">
      <h2>{title}</h2>
      <p className="quiet">{t('pack.count', { has: has.id, needs: needs.id, hasEn: has.en, needsEn: needs.en })}</p>
      {isInForce && <InForce />}
      <div className="acts">
        <a className="k-button k-button-main" href={studioOf(code)} aria-label={t('pack.record-in', { title })}>
          {t('pack.record')}
        </a>
        <Button aria-label={t('pack.hear-of', { title })} onClick={() => void play(door.sample(code))}>
          {t('pack.hear')}
        </Button>
        {!isInForce && <InstallButton mayInstall={mayInstall} title={title} onInstall={onInstall} />}
        <Button aria-label={t('pack.export-of', { title })} onClick={() => void save()}>
          {t('pack.export')}
        </Button>
        {!isInForce && !isAsking && (
          <Button aria-label={t('pack.remove-of', { title })} onClick={() => setAsking(true)}>
            {t('pack.remove')}
          </Button>
        )}
      </div>
      {isAsking && (
        <fieldset className="acts">
          <legend>{t('pack.really', { title })}</legend>
          <Button autoFocus onClick={() => setAsking(false)}>
            {t('pack.keep')}
          </Button>
          <Button onClick={onRemove}>{t('pack.remove')}</Button>
        </fieldset>
      )}
    </li>
  )
}

function NewPack({
  door,
  onSaid,
  onChange,
}: {
  door: Door
  onSaid: (said: string) => void
  onChange: () => Promise<void>
}) {
  const { t } = useMessages<RecordKey>()
  const [title, setTitle] = useState('')
  const [left, setLeft] = useState<number | null>(null)

  const create = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { code } = await door.create(title.trim())
      location.hash = studioOf(code)
    } catch {
      onSaid(t('fault.hub'))
    }
  }
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (!file) return
    setLeft(0)
    try {
      const isTooLarge = file.size > archiveBytesAtMost
      const done = isTooLarge ? null : await importPack(door, new Uint8Array(await file.arrayBuffer()), setLeft)
      onSaid(done ? t('import.done', { ...done }) : t('import.bad'))
    } catch {
      onSaid(t('fault.hub'))
    }
    target.value = ''
    setLeft(null)
    await onChange()
  }
  return (
    <section className="card new" aria-labelledby="new-title">
      <h2 id="new-title">{t('new.title')}</h2>
      <form onSubmit={(event) => void create(event)}>
        <label htmlFor="new-name">{t('new.label')}</label>
        <input
          id="new-name"
          value={title}
          maxLength={60}
          required
          aria-describedby="new-help"
          onChange={({ target }) => setTitle(target.value)}
        />
        <p id="new-help" className="quiet">
          {t('new.help')}
        </p>
        <Button type="submit" main disabled={title.trim() === ''}>
          {t('new.act')}
        </Button>
      </form>
      <label className="k-button file">
        {left === null ? t('import.act') : t('import.busy', { n: left })}
        <input type="file" accept=".tar" disabled={left !== null} onChange={(event) => void open(event)} />
      </label>
    </section>
  )
}
