package tusoi.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One person's way: sign in at Keycloak, look at a unit's figures, go down and back up, change language and day, sign out.
 * Every number that is looked at is compared with the API's answer to the request that the page names as its source.
 */
final class FiguresJourney implements AutoCloseable {
    /** For what is shown as for what is done: a busy machine is slow, and no wrong figure. */
    private static final int WAIT_MILLIS = 30_000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*");

    private final String base;
    private final Path pictures;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    FiguresJourney(Browser browser, String base, Path pictures) {
        this.base = base;
        this.pictures = pictures;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1360, 900).setLocale("vi-VN"));
        this.page = context.newPage();
        page.setDefaultTimeout(WAIT_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().contains("404")) {
                complaints.add(message.text());
            }
        });
    }

    void signIn(String username, String password) {
        page.navigate(base + "/");
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
        assertThat(page.getByTestId("sign-in")).isVisible();
        picture("sign-in");
        page.getByTestId("sign-in").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        assertThat(page.getByTestId("unit-title")).isVisible();
    }

    /** Finds the unit by words without diacritics and opens it. */
    void pickUnit(String words, String name) {
        page.getByTestId("unit-picker").click();
        assertThat(page.getByTestId("unit-tree")).isVisible();
        page.getByTestId("unit-search").fill(words);
        page.getByTestId("found-units")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        assertThat(page.getByTestId("unit-title")).hasText(name);
    }

    /** The number on the card of an indicator, the API's, and the printed text agree. */
    void figureIsTheApis(String indicator) {
        var card = page.getByTestId("figure-" + indicator);
        assertThat(card).isVisible();
        card.locator("summary").click();
        var source = card.locator("a").getAttribute("href");
        assertThat(source).contains("indicators=" + indicator, "asOf=", "knownAt=");
        var answered = (Map<?, ?>) page.evaluate(
                "async url => { const r = await fetch(url); const f = (await r.json()).figures[0];"
                        + " return { status: r.status, n: String(f.numerator), d: String(f.denominator) }; }",
                source);
        assertThat(answered.get("status")).isEqualTo(200);
        assertThat(card.locator(".value").getAttribute("data-value")).isEqualTo(answered.get("n"));
        card.locator("summary").click();
    }

    /** The printed number, in the page's own way of grouping. */
    long printed(String indicator) {
        var text = page.getByTestId("figure-" + indicator)
                .getByTestId("value")
                .first()
                .innerText();
        var found = NUMBER.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return Long.parseLong(found.group().replaceAll("[.,]", ""));
    }

    /** Goes into the first child unit and back by the path; the child's members are the ones its row told. */
    String drillDownAndBack() {
        var name = page.getByTestId("unit-title").innerText();
        var row = page.getByTestId("children").locator("tbody tr").first();
        var child = row.locator("th").innerText().strip();
        var told = row.locator("td").nth(1).getAttribute("data-value");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByTestId("unit-title")).hasText(child);
        assertThat(page.getByTestId("figure-member.count").locator(".value")).hasAttribute("data-value", told);
        picture("child");
        page.getByTestId("path")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        assertThat(page.getByTestId("unit-title")).hasText(name);
        return child;
    }

    void switchLanguage() {
        page.getByTestId("language").getByText("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Child units").setExact(true)))
                .isVisible();
        picture("english");
        page.getByTestId("language").getByText("Tiếng Việt").click();
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
    }

    /** @param day as a Vietnamese office writes it, 30/11/2022 */
    void lookAsOf(int year, String day, String iso) {
        page.navigate(page.url()
                .replaceAll("year=\\d+", "year=" + year)
                .replaceAll("as-of=[0-9-]+", "as-of=" + year + "-12-31"));
        assertThat(page.getByTestId("unit-title")).isVisible();
        var field = page.locator("#as-of");
        field.click();
        field.fill(day);
        field.press("Enter");
        page.waitForURL(Pattern.compile(".*as-of=" + iso + ".*"));
        assertThat(page.locator(".headline-more")).containsText(day);
    }

    /** The picture is drawn, and the table beside it has as many rows as the answer has units. */
    void chartHasATableBesideIt() {
        assertThat(page.getByTestId("chart").locator("svg")).isVisible();
        picture("figures");
        page.getByTestId("chart-as").getByText("Bảng").click();
        assertThat(page.getByTestId("chart-table").locator("tbody tr").first()).isVisible();
        page.getByTestId("chart-as").getByText("Biểu đồ").click();
    }

    /**
     * A ward that has ended is told so, with what it became; the figures of before are there under the new tree with one sum; and back
     * before the reform the new ward names what it was made of.
     */
    void followsAWardThroughTheReform(String ended, String name, String successor) {
        page.navigate(base + "/?unit=" + ended + "&year=2022&as-of=2025-07-01");
        var notice = page.getByTestId("not-alive");
        assertThat(notice).containsText("đã kết thúc hoạt động");
        assertThat(page.getByTestId("own-day")).containsText("30/06/2025");
        picture("ended");
        standIn(successor).click();
        assertThat(page.getByTestId("unit-title")).hasText(successor);
        assertThat(page.getByTestId("figure-member.count")).isVisible();
        page.navigate(base + "/?unit=" + ended + "&year=2022&as-of=2022-12-31");
        assertThat(page.getByTestId("unit-title")).hasText(name);
        var members = page.getByTestId("figure-member.count").locator(".value").getAttribute("data-value");
        page.navigate(base + "/?unit=" + ended + "&year=2022&as-of=2025-07-01");
        standIn(successor).click();
        assertThat(page.getByTestId("unit-title")).hasText(successor);
        page.navigate(page.url().replaceAll("as-of=[0-9-]+", "as-of=2022-12-31"));
        assertThat(notice).containsText("chưa được thành lập");
        assertThat(standIn(name)).isVisible();
        picture("not-yet");
        page.getByTestId("reform-recut").click();
        assertThat(page.getByTestId("trees-exact")).isVisible();
        assertThat(page.getByTestId("under-tree")).containsText("01/07/2025");
        assertThat(page.getByTestId("two-trees")
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .locator("td"))
                .hasText(members);
        picture("two-trees");
        page.getByTestId("reform-since").click();
        assertThat(page.getByTestId("unit-title")).hasText(successor);
        assertThat(page.getByTestId("two-trees")).isHidden();
    }

    private Locator standIn(String name) {
        return page.getByTestId("stand-ins")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    void freshnessIsTold() {
        assertThat(page.getByTestId("freshness")).containsText("Số liệu đầy đủ đến");
    }

    void fitsAPhone() {
        page.setViewportSize(390, 844);
        assertThat(page.getByTestId("unit-title")).isVisible();
        page.waitForCondition(() -> widthOverflow() <= 0);
        picture("phone");
        page.setViewportSize(1360, 900);
    }

    private int widthOverflow() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    }

    void worksByKeyboard() {
        page.reload();
        assertThat(page.getByTestId("unit-title")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.getByTestId("unit-picker").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("unit-search")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("unit-search")).isHidden();
    }

    /** No script can read the session, and no token is kept where one could. */
    void browserHoldsNoToken() {
        assertThat((String) page.evaluate("document.cookie")).doesNotContain("TUSOI_SESSION");
        assertThat((String) page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })"))
                .doesNotContain("eyJ");
        var session = context.cookies(base).stream()
                .filter(it -> it.name.equals("TUSOI_SESSION"))
                .findFirst()
                .orElseThrow();
        assertThat(session.httpOnly).isTrue();
    }

    void signOut() {
        page.getByTestId("sign-out").click();
        assertThat(page.getByTestId("sign-in")).isVisible();
        assertThat(page.evaluate("fetch('/api/org/v1/me').then(r => r.status)")).isEqualTo(401);
        page.getByTestId("sign-in").click();
        assertThat(page.locator("#password")).isVisible();
    }

    /** What the browser's console complained of, refusals by the content policy among it; a 401 after sign-out is none. */
    List<String> complaints() {
        return complaints.stream().filter(it -> !it.contains("401")).toList();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
