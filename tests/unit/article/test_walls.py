"""What stands before an article, or in its place, is refused with what to do; news about such things passes."""

from __future__ import annotations

import pytest

from nutgraf.article import Article
from nutgraf.errors import ArticleError

pytest.importorskip("trafilatura")


def page(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def story(*paragraphs: str) -> str:
    return "<article>" + "".join(f"<p>{words}</p>" for words in paragraphs) + "</article>"


CONSENT = story(
    "We and our 612 partners store cookies and other information on your device and process personal data such as your IP address, for "
    "advertising and to measure what you read.",
    "By clicking “Agree” you consent to this. Some partners rely on a legitimate interest, to which you can object under “Options”.",
    "You can withdraw your consent at any time. Your choices apply to this website alone.",
)
WALLS = {
    "consent": page("The Courier", CONSENT),
    "consent that begins before": page(
        "Before you continue to The Courier", story("We use cookies, and so do our partners, to show you what you like. Accept all or refuse.")
    ),
    "consent in German": page(
        "Datenschutz",
        story(
            "Unsere Partner und wir speichern Cookies auf Ihrem Gerät und verarbeiten Ihre Daten.",
            "Mit Klick auf „Zustimmen“ willigen Sie ein. Ihre Einwilligung können Sie unter Datenschutzeinstellungen widerrufen.",
        ),
    ),
    "an empty shell": page("The Courier", "<noscript>This app needs JavaScript to run.</noscript><div id='root'></div>"),
    "scripts wanted": page(
        "The Courier", "<div><p>It seems that JavaScript is turned off. Activate JavaScript in your browser and reload this page.</p></div>"
    ),
    "403": page("403 Forbidden", "<h1>Forbidden</h1><p>You do not have permission to access this resource.</p>"),
    "403 of a shield": page(
        "Access denied",
        "<h1>Access denied</h1><p>Your request has been blocked by the rules of this site.</p><p>Reference #4.1f2e</p>",
    ),
    "404": page("404 Not Found", "<h1>Not Found</h1><p>The requested address was not found on this server.</p>"),
    "404 with a smile": page(
        "Oh no! | The Courier",
        "<main><h1>Oh no!</h1><p>We couldn't find that page. It may have been moved. Try the search, or return to our home page.</p></main>",
    ),
    "404 in German": page("Seite nicht gefunden", "<p>Die Seite wurde nicht gefunden. Bitte prüfen Sie die Adresse.</p>"),
    "503": page("503 Service Unavailable", "<h1>Service Unavailable</h1><p>No server is available to handle this request.</p>"),
    "another country": page(
        "Sorry", "<p>The content that you want to read is not available in your region. Access cannot be granted from there.</p>"
    ),
    "captcha": page(
        "Security check",
        "<p>Please solve the captcha to prove you are human. Your network has sent unusual traffic, perhaps by your browser.</p>"
        "<div class='g-recaptcha'></div>",
    ),
    "a moment of patience": page(
        "Just a moment...",
        "<h1>courier.example</h1><p>Checking your browser before you can access courier.example. This takes a few seconds.</p>"
        "<script src='/cdn-cgi/challenge-platform/a.js'></script>",
    ),
    "log-in": page(
        "Sign in | The Courier",
        "<main><h1>Sign in</h1><p>Sign in to read on. You don't have an account yet? Open a free account now.</p>"
        "<form><input type='email'><input type='password'><a>Forgot your password?</a></form></main>",
    ),
}  # fmt: skip
NEWS = {
    "a fine for cookies": (
        "The Courier was fined 40,000 euros on Monday because its cookie banner had no button to refuse.",
        "“Nobody finds the third page,” said the regulator, Kari Holm. The paper has changed its banner.",
    ),
    "captchas solved": (
        "Are you a robot? Machines answer the question better than people now.",
        "A program of two students in Norrby solved 98 captchas in a hundred. People solved 84, and took longer.",
    ),
    "404 people": (
        "404 people lose their work when the mill at Halden closes in May. The owner wants to sell the site.",
        "Workers will gather at the gate on Friday.",
    ),
    "not found": (
        "Divers gave up on Sunday. The wreck of the Nordhavet could not be found in a week of calm weather.",
        "The money is gone. The family wants to go on.",
    ),
    "access denied": (
        "Nine of ten polling stations in Halden had no ramp on Sunday. Access to the hall was denied to forty voters.",
        "The council had promised ramps in March.",
    ),
    "a switch is gone": (
        "The next version of the Norra browser no longer lets people turn off JavaScript, its maker announced.",
        "Many sites need JavaScript to run. Critics fear for the privacy of those who browse without it.",
    ),
    "advice on cookies": (
        "Cookies are small files that websites leave on your device. They tell advertisers what you read.",
        "You can delete them: open the settings of your browser and clear the history. Shops will then ask you to log in again.",
    ),
    "locked out": (
        "Customers of Fjordbank could not log in to their accounts on Thursday after an update went wrong.",
        "The bank asked them to try again in the evening, and to enter their password on no page that comes by mail.",
    ),
    "a law on consent": (
        "Parliament passed a law on Thursday: sites must ask for consent before they store cookies on a device.",
        "Visitors must be able to refuse with one click. Fines go up to 4 percent of sales.",
    ),
    "ten years of banners": (
        "We value your privacy: these words have greeted all who open a website for ten years.",
        "They are rarely true. Nine banners in ten make it hard to refuse, and the Commission wants browsers to answer for their users.",
    ),
    "an outage": (
        "Thousands of sites were gone on Friday. Visitors read that the page could not be found, or nothing.",
        "The tax office was among them. Its page was back by noon.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", WALLS)
def test_a_wall_is_no_article_and_the_error_says_what_to_do(kind: str) -> None:
    with pytest.raises(ArticleError, match=r"not the article; .*browser|look up the address"):
        Article.from_html(WALLS[kind])


@pytest.mark.parametrize("kind", NEWS)
@pytest.mark.parametrize("title", ["Today", None])
def test_news_about_walls_is_news(kind: str, title: str | None) -> None:
    found = Article.from_html(page(title or kind, story(*NEWS[kind])))
    assert all(words in found.text for words in NEWS[kind])


@pytest.mark.parametrize("title", ["Access denied", "Not found", "Are you a robot?", "Captcha", "404"])
@pytest.mark.parametrize(
    "kind", ["captchas solved", "not found", "access denied", "a fine for cookies", "an outage", "locked out"]
)
def test_a_title_alone_makes_no_wall(title: str, kind: str) -> None:
    assert NEWS[kind][1] in Article.from_html(page(title, story(*NEWS[kind]))).text


def test_a_page_with_a_banner_and_a_log_in_beside_its_story_is_an_article() -> None:
    banner = "<div class='note'>We use cookies to show you what you like. By continuing you agree.</div>"
    body = story(
        "The harbour bridge closed on Sunday after inspectors found cracks.", "The ferry runs all night until spring."
    )
    found = Article.from_html(page("Bridge closed", f"{banner}{body}<form><input type='password'></form>"))
    assert "cracks" in found.text


def test_what_declares_to_be_an_article_is_one_unless_nothing_else_is_there() -> None:
    head = "<meta property='og:type' content='article'>"
    teaser = story("The bridge opens on Friday.", "Sign in to read on. Already a subscriber? Enter your email below.")
    assert "opens on Friday" in Article.from_html(page("Bridge", teaser, head)).text
    with pytest.raises(ArticleError, match="log-in page"):
        Article.from_html(
            page("Bridge", story("Sign in to read on. Already a subscriber? Enter your email below."), head)
        )


def test_a_shell_without_words_says_that_no_article_was_found() -> None:
    with pytest.raises(ArticleError, match=r"no article was found.*Article\.from_text"):
        Article.from_html(page("The Courier", "<div id='root'></div>"))
