package nl.respijt.reis;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of this machine, without a window; none is ever fetched. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMEN = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> STIL = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        var programma = programma();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(programma)
                                    .setHeadless(true)
                                    .setArgs(STIL)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        try (playwright) {
            browser.close();
        }
    }

    private static Path programma() {
        var mappen = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMEN.stream()
                .flatMap(naam -> Stream.of(mappen).map(map -> Path.of(map, naam)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no browser on PATH: install one of %s (Debian: apt-get install chromium)".formatted(NAMEN)));
    }
}
