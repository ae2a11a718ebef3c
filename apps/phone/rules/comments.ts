type Said = { id: string }
type ShownAt = Readonly<Record<string, number>>

/** What stands on the first screen: said since one last looked, and what was first seen today, so that it does not vanish under one's eyes. */
export const newComments = <Each extends Said>(comments: readonly Each[], shownAt: ShownAt, startOfDay: number): Each[] =>
  comments.filter(({ id }) => (shownAt[id] ?? startOfDay) >= startOfDay)

/** Of what is kept still, when it was first seen; the rest is forgotten with it. */
export const shownOf = (comments: readonly Said[], shownAt: ShownAt): Record<string, number> =>
  Object.fromEntries(comments.flatMap(({ id }) => (shownAt[id] === undefined ? [] : [[id, shownAt[id]]])))
