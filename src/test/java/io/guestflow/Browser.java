package io.guestflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Chromium, as it is installed on this machine. */
final class Browser implements AutoCloseable {

    /** Milliseconds to wait for what a page has to show; generous, because machines are slow at times. */
    static final int PATIENCE = 30_000;

    private static final Path PICTURES = Path.of(System.getProperty("guestflow.pictures", "target/pictures"));
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright.chromium().launch(
            new BrowserType.LaunchOptions().setExecutablePath(installed())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")));

    BrowserContext visitor(int width, int height) {
        return visitor(new NewContextOptions().setViewportSize(width, height).setLocale("en-US"));
    }

    BrowserContext phone(Locale language, ColorScheme scheme) {
        return visitor(new NewContextOptions().setViewportSize(390, 844).setLocale(language.toLanguageTag()).setColorScheme(scheme)
                .setHasTouch(true).setIsMobile(true));
    }

    private BrowserContext visitor(NewContextOptions options) {
        BrowserContext visitor = chromium.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        visitor.setDefaultTimeout(PATIENCE);
        return visitor;
    }

    static void takePicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Waits for the page with this heading, and holds it against the rules of WCAG 2.2 AA that a program can check. */
    static void requireAccessible(Page page, String heading) {
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(heading);
        requireNoViolations(page, new AxeBuilder(page));
    }

    /** Holds a form of ours within Camunda's page against the same rules. */
    static void requireAccessibleForm(Page page) {
        requireNoViolations(page, new AxeBuilder(page).include("form[name]"));
    }

    /** In axe's legacy mode, which opens no second page for each report; it leaves out frames of other origins, of which these pages have none. */
    private static void requireNoViolations(Page page, AxeBuilder axe) {
        List<Rule> violations = axe.setLegacyMode(true).withTags(WCAG).analyze().getViolations();
        assertThat(violations).as(page.url()).extracting(rule -> rule.getId() + ": " + rule.getNodes()).isEmpty();
    }

    /** Nothing has to be moved sideways to be read. */
    static void requireFitting(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(page.url()).isTrue();
    }

    private static Path installed() {
        String named = System.getenv("CHROMIUM");
        Stream<String> names = named != null ? Stream.of(named) : Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> folder + File.separator + name));
        return names.map(Path::of).filter(java.nio.file.Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("The journey needs Chromium; set CHROMIUM to its path."));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
