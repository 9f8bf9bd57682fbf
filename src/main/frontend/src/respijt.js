// The pages work without this script; it only adds comfort.
(() => {
  const elk = (kiezer, doe) => document.querySelectorAll(kiezer).forEach(doe)

  // Copy buttons start hidden, because copying needs a script.
  elk('[data-kopieer]', knop => {
    const bron = document.querySelector(knop.dataset.kopieer)
    if (!bron) return
    const melding = document.createElement('span')
    melding.className = 'r-melding'
    melding.setAttribute('role', 'status')
    melding.setAttribute('aria-live', 'polite')
    knop.after(melding)
    knop.hidden = false
    knop.addEventListener('click', async () => {
      const gelukt = await kopieer(bron)
      melding.textContent = ''
      // An equal text again is only read out when it was gone for a moment.
      if (gelukt) setTimeout(() => { melding.textContent = knop.dataset.gekopieerd || '✓' }, 100)
    })
  })

  async function kopieer(bron) {
    try {
      await navigator.clipboard.writeText(bron.value ?? bron.textContent.trim())
      return true
    } catch {
      // No permission or no https: select the text, so that the visitor can copy it.
      if (bron.select) { bron.focus(); bron.select() } else getSelection().selectAllChildren(bron)
      return document.execCommand('copy')
    }
  }

  elk('[data-druk-af]', knop => {
    knop.hidden = false
    knop.addEventListener('click', () => print())
  })

  // A form is sent once, until the page is shown anew (also from the back button).
  const knoppenVan = formulier =>
    [...formulier.elements].filter(element => element.type === 'submit')
  const verstuurd = new Set()
  addEventListener('submit', gebeurtenis => {
    const formulier = gebeurtenis.target
    if (gebeurtenis.defaultPrevented) return
    if (verstuurd.has(formulier)) { gebeurtenis.preventDefault(); return }
    verstuurd.add(formulier)
    knoppenVan(formulier).forEach(knop => knop.setAttribute('aria-disabled', 'true'))
  })
  addEventListener('pageshow', () => {
    verstuurd.forEach(formulier => knoppenVan(formulier).forEach(knop => knop.removeAttribute('aria-disabled')))
    verstuurd.clear()
  })

  document.querySelector('.r-foutoverzicht')?.focus()
})()
