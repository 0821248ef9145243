'use strict'
// The least that a long table can be: plain objects in the page, of whose rows those near the view are drawn.
// S sorts them by a text, F takes every other out and brings it back.
const rowHeight = 53
const around = 8
const all = Array.from({ length: 200_000 }, (_, n) => ({ name: `row ${(n * 7919) % 200_000}`, odd: n % 2 === 1 }))
const grid = document.getElementById('grid')
const list = document.getElementById('rows')
const shown = new Map()
let items = all
let descending = false
let filtered = false

function rowAt(index) {
  const row = document.createElement('div')
  row.className = 'row'
  row.style.top = `${index * rowHeight}px`
  for (let n = 0; n < 8; n += 1) {
    row.append(Object.assign(document.createElement('span'), { textContent: `${items[index].name} ${n}` }))
  }
  return row
}

function draw() {
  const first = Math.max(0, Math.floor(grid.scrollTop / rowHeight) - around)
  const last = Math.min(items.length - 1, Math.ceil((grid.scrollTop + grid.clientHeight) / rowHeight) + around)
  for (const [index, row] of shown) {
    if (index >= first && index <= last) continue
    row.remove()
    shown.delete(index)
  }
  for (let index = first; index <= last; index += 1) {
    if (shown.has(index)) continue
    const row = rowAt(index)
    shown.set(index, row)
    list.append(row)
  }
}

function show(next) {
  items = next
  for (const row of shown.values()) row.remove()
  shown.clear()
  list.style.height = `${items.length * rowHeight}px`
  draw()
}

grid.addEventListener('scroll', draw)
document.addEventListener('keydown', ({ key }) => {
  if (key === 's') {
    descending = !descending
    show([...items].sort((a, b) => (a.name < b.name ? -1 : 1) * (descending ? -1 : 1)))
  }
  if (key === 'f') {
    filtered = !filtered
    show(filtered ? all.filter(({ odd }) => odd) : all)
  }
})
show(all)
