import { attention, bad, type Finding, good } from './finding.ts'
import type { HubView } from './hub-view.ts'

/** Whether the paired screens and device hosts are there. */
export function checkScreens(hub: HubView | null): Finding[] {
  if (!hub)
    return [
      attention(
        'screens',
        'Layar baru dapat diperiksa saat hub berjalan: nyalakan hub, lalu ulangi.',
        'Screens can be looked at once the hub runs: start it, then ask again.',
      ),
    ]
  const { screens } = hub.health
  const lost = (hub.devices?.devices ?? []).filter(({ isConnected }) => !isConnected)
  const all =
    screens === 0
      ? attention(
          'screens',
          'Belum ada layar yang tersambung: nyalakan kios, layar aula dan komputer loket.',
          'No screen is connected: switch on kiosks, hall displays and the counters’ computers.',
        )
      : good('screens', `${screens} layar tersambung.`, `${screens} screens are connected.`)
  return [
    all,
    ...lost.map(({ name, isAwake }) =>
      isAwake
        ? bad(
            `device ${name}`,
            `${name} terputus: periksa listrik dan jaringannya, lalu muat ulang.`,
            `${name} is not connected: look at its power and its network, then load it again.`,
          )
        : good(`device ${name}`, `${name} sedang di luar jamnya.`, `${name} is outside its hours.`),
    ),
  ]
}
