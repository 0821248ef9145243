export interface FilterButtonProps {
  readonly name: string
  readonly count: number
  readonly pressed: boolean
  readonly onPress: () => void
}

/** Lists the cases of one kind alone, with how many there are. */
export function FilterButton({ name, count, pressed, onPress }: FilterButtonProps) {
  return (
    <button type="button" className="pm-queue-filter" aria-pressed={pressed} onClick={onPress}>
      {name} <span className="pm-num">{count}</span>
    </button>
  )
}
