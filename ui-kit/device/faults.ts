const longest = 300

/** The first line of a fault, without addresses and without figures that could be somebody's. */
export function faultText(fault: unknown): string {
  const said = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  const [line = ''] = said.split('\n')
  return line
    .replace(/https?:\/\/\S*\/([^/\s?#]*)\S*/g, '$1')
    .replace(/\d{5,}/g, '…')
    .replace(/["'“‘][^"'”’]{25,}["'”’]/g, '…')
    .slice(0, longest)
}

/** Tells of everything that went wrong on this page and that nobody caught. Gives the function that ends it. */
export function watchFaults(tell: (text: string) => void): () => void {
  const onError = ({ error, message }: ErrorEvent) => tell(faultText(error ?? message))
  const onRejection = ({ reason }: PromiseRejectionEvent) => tell(faultText(reason))
  addEventListener('error', onError)
  addEventListener('unhandledrejection', onRejection)
  return () => {
    removeEventListener('error', onError)
    removeEventListener('unhandledrejection', onRejection)
  }
}
