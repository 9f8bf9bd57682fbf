package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody with only a keyboard, who has to see at every stop where they are. */
final class Toetsenbord {
    private static final int GEDULD = 150;

    /** The ring may be round a choice as a whole instead of its small button. */
    private static final String RAND = """
            () => {
              const hier = document.activeElement;
              const rand = element => {
                const stijl = element && getComputedStyle(element);
                return stijl && stijl.outlineStyle !== 'none' ? parseFloat(stijl.outlineWidth) : 0;
              };
              return Math.max(rand(hier), rand(hier.closest('label')));
            }
            """;

    private final Venster venster;
    private final Page pagina;

    Toetsenbord(Venster venster) {
        this.venster = venster;
        pagina = venster.pagina();
    }

    Toetsenbord naar(String doel) {
        for (var stap = 0; stap < GEDULD; stap++) {
            verder();
            if (is(doel)) {
                return this;
            }
        }
        throw new AssertionError("no Tab leads to %s on %s".formatted(doel, pagina.url()));
    }

    /** All stops of the page, until it starts again. */
    void langsAlles() {
        for (var stap = 0; stap < GEDULD; stap++) {
            verder();
            if (is("body") || (stap > 0 && is(".utrecht-skip-link"))) {
                return;
            }
        }
        throw new AssertionError("more than %d stops on %s".formatted(GEDULD, pagina.url()));
    }

    Toetsenbord typ(String tekst) {
        pagina.keyboard().type(tekst);
        return this;
    }

    Toetsenbord druk(String toets) {
        pagina.keyboard().press(toets);
        return this;
    }

    /** Opens what the focus is on. */
    void enter() {
        venster.wachtOpPagina(() -> druk("Enter"));
    }

    private void verder() {
        pagina.keyboard().press("Tab");
        if (!is("body")) {
            var dikte = ((Number) pagina.evaluate(RAND)).doubleValue();
            assertThat(dikte)
                    .as(() -> "focus ring on %s of %s"
                            .formatted(pagina.evaluate("document.activeElement.outerHTML"), pagina.url()))
                    .isGreaterThanOrEqualTo(2);
        }
    }

    private boolean is(String kiezer) {
        return (boolean) pagina.evaluate("kiezer => document.activeElement.matches(kiezer)", kiezer);
    }
}
