import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { boothName } from '../plans/options.ts'
import { useConsole } from './console-context.ts'
import { hashOf } from './route.ts'

/** R2.2: every series of the building by its letters, and where they are given. */
export function PrefixList() {
  const { site, setting } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const rows = [
    ...site.booths.map(({ code, prefix }) => ({
      prefix,
      kind: t('one.booths'),
      name: boothName(setting, code),
      hash: hashOf({ tab: 'gerai', code }),
    })),
    ...site.services.flatMap(({ code, prefix, name }) =>
      prefix === undefined
        ? []
        : [{ prefix, kind: t('one.services'), name: pick(name), hash: hashOf({ tab: 'layanan', code }) }],
    ),
  ].sort((a, b) => (a.prefix < b.prefix ? -1 : 1))
  return (
    <div className="prefixes card">
      <h2>{t('kind.prefixes')}</h2>
      <p className="about">{t('about.prefixes')}</p>
      <ul>
        {rows.map(({ prefix, kind, name, hash }) => (
          <li key={prefix}>
            <b>{prefix}</b>
            <a href={hash}>{name}</a>
            <small>{kind}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
