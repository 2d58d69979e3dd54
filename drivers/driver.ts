/**
 * A device the hub can lose at any moment. Opening never throws and needs no device there; every operation answers with
 * a result that tells the truth, also after the device was lost; closing twice is safe.
 */
export interface Device extends AsyncDisposable {
  /** As in the site's configuration; unique among devices of its kind. */
  readonly name: string
}
