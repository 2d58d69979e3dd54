/** What was asked last, so that it can be asked again while the hall moves on. */
export type Asked = { query: string } | { service: string; at: string }
