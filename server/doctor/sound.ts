import { join } from 'node:path'
import { startSoundProcess } from '../../drivers/speakers/sound-process.ts'
import { openClipVoice } from '../../drivers/voices/clip-voice.ts'
import { openEspeakVoice } from '../../drivers/voices/espeak-voice.ts'
import type { LoudspeakerView } from '../contract/devices.ts'
import type { SitePackage } from '../contract/site.ts'
import { attention, bad, type Finding, good, type Verdict } from './finding.ts'
import type { HubView } from './hub-view.ts'

type State = LoudspeakerView['state']
const words: Readonly<Record<State, readonly [Verdict, string, string]>> = {
  ready: ['good', 'siap', 'is ready'],
  busy: ['good', 'sedang dipakai', 'is in use'],
  'no-listener': [
    'attention',
    'belum punya layar yang bersuara: buka layar zona dengan &sound=1 dan sentuh sekali',
    'has no display that sounds: open the zone’s display with &sound=1 and touch it once',
  ],
  offline: [
    'bad',
    'tidak terjangkau: periksa listrik dan kabelnya',
    'cannot be reached: look at its power and its cable',
  ],
  'driver-not-installed': [
    'bad',
    'tidak punya pengendali: pasang libasound2-dev, lalu jalankan "npm ci" lagi',
    'has no driver: install libasound2-dev, then run "npm ci" again',
  ],
  'no-device': [
    'bad',
    'tidak ditemukan: lihat namanya dengan "aplay -L" dan betulkan di konsol',
    'is not found: look its name up with "aplay -L" and correct it in the console',
  ],
  disk: [
    'attention',
    'tidak dapat menyimpan suaranya: periksa ruang penyimpanan',
    'cannot keep its sounds: look at the room on the disk',
  ],
  closed: ['attention', 'sedang ditutup: ulangi sebentar lagi', 'is being closed: ask again in a moment'],
}
const verdicts = { good, attention, bad } as const

export function speakerFinding(zone: string, at: string, state: State): Finding {
  const [verdict, id, en] = words[state]
  const place = at === '' ? '' : ` (${at})`
  return verdicts[verdict](
    `loudspeaker ${zone} ${at}`.trim(),
    `Pengeras suara zona ${zone}${place} ${id}.`,
    `The loudspeaker of zone ${zone}${place} ${en}.`,
  )
}

/** Every loudspeaker of the building: as the running hub sees it, else tried from here with a moment of silence. */
export async function checkLoudspeakers(
  site: SitePackage | null,
  hub: HubView | null,
  programs: string,
): Promise<Finding[]> {
  if (hub?.devices)
    return hub.devices.loudspeakers
      .filter(({ kind }) => kind !== 'virtual')
      .map(({ zone, at, state }) => speakerFinding(zone, at, state))
  const own = (site?.zones ?? []).flatMap(({ code, sound }) =>
    (sound?.outputs ?? []).flatMap((output) =>
      output.kind === 'alsa' && output.deviceHost === undefined ? [{ zone: code, device: output.device }] : [],
    ),
  )
  const findings: Finding[] = []
  for (const { zone, device } of own) findings.push(speakerFinding(zone, device, await tryAlsa(device, programs)))
  return findings
}

const silence = { sampleRate: 22_050, samples: new Int16Array(441) }

async function tryAlsa(device: string, programs: string): Promise<State> {
  const trial = startSoundProcess(join(programs, 'alsa-child.js'))
  try {
    if ((await trial.installed) === false) return 'driver-not-installed'
    return (await trial.play(silence, device)) ? 'ready' : 'no-device'
  } finally {
    trial.kill()
  }
}

/** Whether every word of a call can be said, and free sentences too. */
export async function checkVoice(hub: HubView | null, root: string): Promise<Finding[]> {
  await using espeak = await openEspeakVoice()
  return [await checkClips(hub, root), checkFreeWords(espeak.state().ready)]
}

async function checkClips(hub: HubView | null, root: string): Promise<Finding> {
  if (hub?.devices) {
    const { state, missing } = hub.devices.voice
    return clipsFinding(state === 'ready', missing)
  }
  await using voice = await openClipVoice({ folder: join(root, 'voices') })
  const state = voice.state()
  return clipsFinding(state.ready, state.ready ? state.missing : [])
}

export function clipsFinding(isReady: boolean, missing: readonly string[]): Finding {
  if (!isReady)
    return bad(
      'voice',
      'Suara panggilan tidak ada: pasang lagi program dengan folder voices, panggilan sementara hanya di layar.',
      'There is no voice for calls: install the program again with its folder voices; until then calls are on the screens only.',
    )
  if (missing.length === 0)
    return good('voice', 'Semua kata panggilan dapat diucapkan.', 'Every word of a call can be said.')
  const some = missing.slice(0, 5).join(', ')
  return attention(
    'voice',
    `${missing.length} kata belum ada rekamannya (${some}): rekam di konsol, Suara, atau pasang paket suara lagi.`,
    `${missing.length} words have no recording (${some}): record them in the console, Voices, or install the pack again.`,
  )
}

export const checkFreeWords = (isReady: boolean): Finding =>
  isReady
    ? good(
        'guide',
        'Panduan suara kios dapat mengucapkan kalimat bebas.',
        'The kiosks’ voice guide can say any sentence.',
      )
    : attention(
        'guide',
        'Panduan suara kios hanya dapat mengucapkan nomor dan tempat: pasang espeak-ng ("apt install espeak-ng").',
        'The kiosks’ voice guide can only say numbers and places: install espeak-ng ("apt install espeak-ng").',
      )
