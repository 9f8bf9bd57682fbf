package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/**
 * One visitor's window on the service. It notes what a visitor would not see: errors in the console (among them whatever
 * the CSP stops), files that are missing, and requests to anybody else.
 */
final class Venster implements AutoCloseable {
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<Integer> BREEDTES = List.of(320, 390, 1280);
    private static final int HOOGTE = 900;
    private static final Path SCHERMEN = Path.of("target", "schermen");

    /** Words that are in the page and that nobody sees: drawn without width, by a font that lacks a mark before them. */
    private static final String ONGETEKEND = """
            () => {
              const woorden = [], wandeling = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
              for (let tekst; (tekst = wandeling.nextNode());) {
                for (const woord of tekst.data.matchAll(/\\p{L}{2,}/gu)) {
                  const stuk = document.createRange()
                  stuk.setStart(tekst, woord.index)
                  stuk.setEnd(tekst, woord.index + woord[0].length)
                  const vakken = [...stuk.getClientRects()]
                  if (vakken.length && vakken.every(vak => vak.width === 0)) woorden.push(woord[0])
                }
              }
              return woorden
            }""";

    private final URI adres;
    private final int breedte;
    private final Taal taal;
    private final boolean script;
    private final BrowserContext context;
    private final Page pagina;
    private final List<String> fouten = new ArrayList<>();
    private int geladen;

    private Venster(URI adres, int breedte, Taal taal, boolean script, BrowserContext context) {
        this.adres = adres;
        this.breedte = breedte;
        this.taal = taal;
        this.script = script;
        this.context = context;
        pagina = context.newPage();
        pagina.setDefaultTimeout(20_000);
        // What answers 404, 409 or 503 on purpose is an error to the console too; files, and what broke, are below.
        pagina.onConsoleMessage(bericht -> {
            if (bericht.type().equals("error") && !bericht.text().startsWith("Failed to load resource")) {
                fouten.add("console: " + bericht.text());
            }
        });
        pagina.onLoad(zelf -> geladen++);
        pagina.onPageError(fout -> fouten.add("script: " + fout));
        pagina.onRequest(verzoek -> {
            if (!URI.create(verzoek.url()).getAuthority().equals(adres.getAuthority())) {
                fouten.add("other host: " + verzoek.url());
            }
        });
        pagina.onResponse(antwoord -> {
            if (antwoord.status() == 500
                    || (antwoord.status() >= 400 && !antwoord.request().isNavigationRequest())) {
                fouten.add("%d for %s".formatted(antwoord.status(), antwoord.url()));
            }
        });
    }

    static Venster open(Browser browser, URI adres, int breedte, Taal taal) {
        return open(browser, adres, breedte, taal, true);
    }

    static Venster zonderScript(Browser browser, URI adres, int breedte, Taal taal) {
        return open(browser, adres, breedte, taal, false);
    }

    /** Somebody whose browser asks for another language, and who chose none here. */
    static Venster metVoorkeur(Browser browser, URI adres, int breedte, String voorkeur) {
        return new Venster(adres, breedte, Taal.NL, true, context(browser, breedte, voorkeur, true));
    }

    private static BrowserContext context(Browser browser, int breedte, String voorkeur, boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(breedte, HOOGTE)
                .setLocale(voorkeur)
                .setJavaScriptEnabled(script));
    }

    private static Venster open(Browser browser, URI adres, int breedte, Taal taal, boolean script) {
        var venster = new Venster(adres, breedte, taal, script, context(browser, breedte, "nl-NL", script));
        if (taal != Taal.NL) {
            venster.ga("/privacy").klik(AriaRole.LINK, taal.eigenNaam());
        }
        return venster;
    }

    Page pagina() {
        return pagina;
    }

    Teksten t() {
        return Teksten.in(taal);
    }

    String tekst(String sleutel, Object... waarden) {
        return t().van(sleutel, waarden);
    }

    Venster ga(String pad) {
        pagina.navigate(adres.resolve(pad).toString());
        return this;
    }

    /** Signs in as somebody of the demo, by the slug they have there. */
    Venster word(String wie) {
        ga("/demo");
        var knop = pagina.locator("button[value='%s']".formatted(wie));
        if (!knop.isVisible()) {
            pagina.locator("details:has(button[value='%s']) > summary".formatted(wie))
                    .press("Enter");
        }
        klik(knop);
        return this;
    }

    /** The path of the page that is open, with its query. */
    String pad() {
        var uri = URI.create(pagina.url());
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    Locator een(AriaRole rol, String naam) {
        return pagina.getByRole(rol, new Page.GetByRoleOptions().setName(naam)).first();
    }

    void klik(AriaRole rol, String naam) {
        klik(een(rol, naam));
    }

    /** On what opens another page; without scripts a browser cannot tell that what is clicked on stands still. */
    void klik(Locator waarop) {
        wachtOpPagina(script ? waarop::click : () -> waarop.press("Enter"));
    }

    /** Does it, and waits until the page that comes of it is there. */
    void wachtOpPagina(Runnable actie) {
        var eerder = geladen;
        actie.run();
        pagina.waitForCondition(() -> geladen > eerder);
    }

    /** By the key of the words on it; in the page itself, for in some languages signing out begins with the same word. */
    void knop(String sleutel) {
        klik(pagina.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(tekst(sleutel)))
                .first());
    }

    /** By the key of the words on it. */
    void link(String sleutel) {
        klik(AriaRole.LINK, tekst(sleutel));
    }

    String kop() {
        return pagina.locator("h1").innerText();
    }

    String inhoud() {
        return pagina.locator("main").innerText();
    }

    /** Looks at the page as it is now: with axe, at every width, for errors; and keeps a picture of it. */
    void bekijk(String naam) {
        for (var smal : BREEDTES) {
            pagina.setViewportSize(smal, HOOGTE);
            assertThat((int) pagina.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s on a screen of %d", naam, smal)
                    .isLessThanOrEqualTo(smal);
        }
        pagina.setViewportSize(breedte, HOOGTE);
        assertThat((List<?>) pagina.evaluate(ONGETEKEND))
                .as("words that are not drawn on %s", naam)
                .isEmpty();
        var volleNaam = naam + (taal == Taal.NL ? "" : "-" + taal.code());
        // A picture of a scrolled page shows what is kept out of sight above the window.
        pagina.evaluate("scrollTo(0, 0)");
        pagina.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCHERMEN.resolve("%s-%d.png".formatted(volleNaam, breedte))));
        // Of what is well nobody asks where; and without frames one page is enough to look from.
        var opties = new AxeRunOptions();
        opties.setResultTypes(List.of("violations"));
        var gevonden = new AxeBuilder(pagina)
                .setLegacyMode(true).options(opties).withTags(WCAG).analyze().getViolations().stream()
                        .flatMap(regel -> regel.getNodes().stream()
                                .map(plek -> "%s: %s".formatted(regel.getId(), plek.getHtml())))
                        .toList();
        assertThat(gevonden).as("axe on %s at %d", volleNaam, breedte).isEmpty();
        assertThat(fouten).as("console and network of %s", volleNaam).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
