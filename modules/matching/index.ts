// What the command line may ask of matching: a trial that writes nothing.
export { tryRound, type Trial } from './queries/try-round.ts'
