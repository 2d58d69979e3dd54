import type { Clock } from '../clock.ts'
import type { Closing } from '../closing.ts'
import type { DeviceHosts } from '../contract/device-host.ts'
import type { SitePackage } from '../contract/site.ts'

/** Where a building's devices are, and whose time they keep. */
export interface DevicePorts {
  /** The building as it is now. */
  readonly site: () => SitePackage
  readonly dataDir: string
  readonly clock: Clock
  /** True for a simulated hall: it must not reach for the devices of the real one. */
  readonly isRehearsal: boolean
  readonly closing: Closing
  readonly newId: () => string
  /** The folder of the built programs: native drivers run in processes of their own. */
  readonly programs: string
  /** Absent where no PC can lend its devices. */
  readonly hosts?: DeviceHosts | undefined
}
