'use strict'
// The least that looking among names can be: of 2,000 those that have what is typed, the first of them in the page.
const names = Array.from({ length: 2_000 }, (_, n) => `Ferry timetable of harbour ${(n * 7919) % 2_000}`)
const input = document.querySelector('input')
const list = document.querySelector('ul')
input.addEventListener('input', () => {
  const typed = input.value.toLowerCase()
  const found = names.filter(name => name.toLowerCase().includes(typed))
  const items = found.slice(0, 16).map(name => Object.assign(document.createElement('li'), { textContent: name }))
  list.replaceChildren(`${found.length} results for ${typed}`, ...items)
})
