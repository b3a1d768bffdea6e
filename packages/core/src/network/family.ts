/** IPv4 or IPv6. A packet, and all that decides on it, is of one of them. */
export type Family = 4 | 6
