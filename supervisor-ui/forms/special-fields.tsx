import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { boothOptions, serviceOptions } from '../plans/options.ts'
import { listOf, ManyInput } from './choice-fields.tsx'
import type { FieldOf } from './field.ts'
import { GroupFrame } from './field-frame.tsx'
import { useForm } from './form-context.ts'
import type { Entry } from './path.ts'
import type { FieldProps } from './simple-fields.tsx'

/** R4.1: nothing chosen = every service of the booth in the first tier. */
export function TiersField({ field, at, value }: FieldProps<FieldOf<'tiers'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly, problemAt, setting, entry } = useForm()
  const options = field.options(setting, entry)
  const tiers = Array.isArray(value) ? (value as string[][]) : undefined
  const all = (tiers ?? []).flat()
  const take = (tier: 0 | 1, next: string[]) => {
    const both = [tier === 0 ? next : (tiers?.[0] ?? []), tier === 1 ? next : (tiers?.[1] ?? [])]
    change(at, both[1]?.length === 0 ? [both[0]] : both)
  }
  return (
    <GroupFrame field={field} problem={problemAt(at, true)}>
      <label className="f-switch">
        <input
          type="checkbox"
          checked={tiers !== undefined}
          disabled={isReadOnly(at)}
          onChange={({ target }) => change(at, target.checked ? [options.map((option) => option.value)] : undefined)}
        />
        {t('tiers.own')}
      </label>
      {tiers &&
        ([0, 1] as const).map((tier) => (
          <fieldset key={tier} className="tier">
            <legend>{t(tier === 0 ? 'tiers.first' : 'tiers.second')}</legend>
            <ManyInput
              at={at}
              chosen={tiers[tier] ?? []}
              options={options.filter(
                (option) => (tiers[tier] ?? []).includes(option.value) || !all.includes(option.value),
              )}
              ordered
              onChange={(next) => take(tier, next)}
            />
          </fieldset>
        ))}
    </GroupFrame>
  )
}

/** The services of a journey in their order, and which of them must wait for which. */
export function StepsField({ field, at, value }: FieldProps<FieldOf<'steps'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly, problemAt, setting, entry } = useForm()
  const services = listOf(value)
  const options = field.options(setting, entry)
  const labelOf = (code: string) => options.find((option) => option.value === code)?.label ?? code
  const after = entry.after as Readonly<Record<string, readonly string[]>> | undefined
  const toggle = (code: string, earlier: string, isNeeded: boolean) => {
    const needed = (after?.[code] ?? []).filter((each) => each !== earlier)
    change('after', { ...after, [code]: isNeeded ? [...needed, earlier] : needed })
  }
  return (
    <GroupFrame field={field} problem={problemAt(at, true)}>
      <ManyInput at={at} chosen={services} options={options} ordered onChange={(next) => change(at, next)} />
      <label className="f-switch">
        <input
          type="checkbox"
          checked={after !== undefined}
          disabled={isReadOnly('after')}
          onChange={({ target }) =>
            change(
              'after',
              target.checked
                ? Object.fromEntries(services.slice(1).map((code, index) => [code, [services[index] ?? '']]))
                : undefined,
            )
          }
        />
        {t('steps.free')}
      </label>
      {after &&
        services.map((code) => (
          <fieldset key={code} className="tier f-checks">
            <legend>{t('steps.after', { name: labelOf(code) })}</legend>
            <div>
              {services
                .filter((other) => other !== code)
                .map((other) => (
                  <label key={other}>
                    <input
                      type="checkbox"
                      checked={(after[code] ?? []).includes(other)}
                      disabled={isReadOnly('after')}
                      onChange={({ target }) => toggle(code, other, target.checked)}
                    />
                    {labelOf(other)}
                  </label>
                ))}
            </div>
          </fieldset>
        ))}
    </GroupFrame>
  )
}

const reaches = ['site', 'agency', 'booth', 'service'] as const
type Reach = (typeof reaches)[number]

/** R6.1: the whole building, or one agency, booth or service. */
export function ScopeField({ field, at, value }: FieldProps<FieldOf<'scope'>>) {
  const { t, pick } = useMessages<ConsoleKey>()
  const { change, isReadOnly, problemAt, setting } = useForm()
  const scope = (value ?? {}) as Entry
  const reach: Reach = reaches.find((each) => each in scope) ?? 'site'
  const options = {
    site: [],
    agency: setting.site.agencies.map(({ code, short, name }) => ({ value: code, label: `${short}, ${pick(name)}` })),
    booth: boothOptions(setting),
    service: serviceOptions(setting),
  }[reach]
  return (
    <GroupFrame field={field} problem={problemAt(at, true)} className="f-scope">
      <select
        aria-label={t('scope.reach')}
        value={reach}
        disabled={isReadOnly(at)}
        onChange={({ target }) => change(at, target.value === 'site' ? undefined : { [target.value]: '' })}
      >
        {reaches.map((each) => (
          <option key={each} value={each}>
            {t(`scope.${each}`)}
          </option>
        ))}
      </select>
      {reach !== 'site' && (
        <select
          aria-label={t(`scope.${reach}`)}
          value={String(scope[reach] ?? '')}
          disabled={isReadOnly(at)}
          onChange={({ target }) => change(at, { [reach]: target.value })}
        >
          <option value="">{t('form.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </GroupFrame>
  )
}
