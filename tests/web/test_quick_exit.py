"""Leaving the site at once: a reader may be watched. Everything here runs in a real Chromium."""

import pytest
from playwright.sync_api import expect

import site_map

pytestmark = [pytest.mark.browser, pytest.mark.own_window]
ADDRESS = next(page.address for page in site_map.PAGES if page.path == "wis-geschiedenis")
OTHER_SITE = "https://www.knmi.nl/**"


@pytest.fixture
def elsewhere(context):
    """The other site, answered here: tests reach no other machine."""
    context.route(
        OTHER_SITE, lambda route: route.fulfill(body="<title>Weer</title><p>Weer</p>", content_type="text/html")
    )


def covered_after_ms(page) -> float:
    """Click the exit and measure how long the page stays readable."""
    return page.evaluate("""() => new Promise(done => {
        const start = performance.now();
        const look = () => getComputedStyle(document.body, '::after').position === 'fixed'
          && getComputedStyle(document.querySelector('.hg-brand')).visibility === 'hidden'
          ? done(performance.now() - start) : setTimeout(look, 1);
        document.querySelector('.hg-exit').click(); look();
    })""")


def test_the_page_is_covered_within_100_ms_also_when_the_other_site_is_slow(server, page, visit, context):
    context.route(OTHER_SITE, lambda _route: None)  # never answered
    visit(page, server + ADDRESS + "?gemeente=GM0758")
    assert covered_after_ms(page) < 100
    page.wait_for_timeout(300)
    assert "GM0758" not in page.url
    assert "Cijfers" not in page.title()


@pytest.mark.usefixtures("elsewhere")
def test_the_history_entry_is_replaced_and_going_back_does_not_show_the_site(server, page, visit):
    page.goto("about:blank")
    visit(page, server + ADDRESS)
    page.click(".hg-exit")
    page.wait_for_url(OTHER_SITE)
    page.go_back()
    assert page.url == "about:blank"


@pytest.mark.usefixtures("elsewhere")
def test_an_earlier_page_of_the_site_sends_a_reader_who_goes_back_away_again(server, page, visit):
    visit(page, server + ADDRESS)
    visit(page, server + "/toegankelijkheid")
    page.click(".hg-exit")
    page.wait_for_url(OTHER_SITE)
    page.go_back(wait_until="commit")
    page.wait_for_url(OTHER_SITE)
    expect(page.locator(".hg-brand")).to_have_count(0)


@pytest.mark.usefixtures("elsewhere")
def test_a_reader_who_comes_back_by_the_address_can_use_the_site(server, page, visit):
    visit(page, server + ADDRESS)
    page.click(".hg-exit")
    page.wait_for_url(OTHER_SITE)
    visit(page, server + ADDRESS)
    expect(page.locator(".stMain h1")).to_be_visible()


@pytest.mark.usefixtures("elsewhere")
def test_three_times_shift_leaves_and_says_how_many_are_left(server, page, visit):
    visit(page, server + ADDRESS)
    progress = page.locator(".hg-shift[role=status]")
    page.keyboard.press("Shift")
    expect(progress).to_contain_text("Nog 2 keer", use_inner_text=True)
    page.keyboard.press("Shift")
    expect(progress).to_contain_text("Nog 1 keer", use_inner_text=True)
    page.keyboard.press("Shift")
    page.wait_for_url(OTHER_SITE)


@pytest.mark.usefixtures("elsewhere")
def test_after_five_seconds_the_count_starts_again_and_says_so(server, page, visit):
    visit(page, server + ADDRESS)
    page.clock.install()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5100)
    expect(page.locator(".hg-shift")).to_contain_text("de tijd is om", use_inner_text=True)
    page.keyboard.press("Shift")
    expect(page.locator(".hg-shift")).to_contain_text("Nog 2 keer", use_inner_text=True)
    assert page.url.startswith(server)


@pytest.mark.usefixtures("elsewhere")
def test_typing_in_a_field_and_shift_with_another_key_never_leave(server, page, visit):
    visit(page, server + ADDRESS)
    page.evaluate(
        "document.querySelector('.stMain').insertAdjacentHTML('afterbegin', '<input id=veld aria-label=veld>')"
    )
    page.focus("#veld")
    for _ in range(4):
        page.keyboard.press("Shift")
    page.keyboard.type("ABCD")
    assert page.locator(".hg-shift").inner_text() == ""
    page.locator("#veld").blur()
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    assert page.locator(".hg-shift").inner_text() == ""
    assert page.url.startswith(server)


@pytest.mark.parametrize(("width", "height"), [(320, 568), (1280, 900), (320, 256)])
def test_the_exit_can_be_hit_at_every_scroll_position(server, page, visit, width, height):
    page.set_viewport_size({"width": width, "height": height})
    visit(page, server + ADDRESS)
    for part in (0, 0.5, 1):
        hit = page.evaluate(
            """part => { const main = document.querySelector('.stMain'); main.scrollTo(0, part * main.scrollHeight);
            const box = document.querySelector('.hg-exit').getBoundingClientRect();
            const inside = box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
            return [inside && box.width >= 24 && box.height >= 24, document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).className,
                    part === 0 || main.scrollTop > 0] }""",
            part,
        )
        assert hit == [True, "hg-exit", True]


@pytest.mark.usefixtures("elsewhere")
def test_the_exit_works_before_the_app_has_loaded(server, page, context):
    context.route("**/static/js/**", lambda _route: None)  # the app's own script never comes
    page.goto(server + ADDRESS, wait_until="commit")
    page.click(".hg-exit")
    page.wait_for_url(OTHER_SITE)
    expect(page.locator(".hg-brand")).to_have_count(0)


@pytest.mark.usefixtures("elsewhere")
def test_the_exit_and_the_help_line_work_when_the_connection_is_lost(page, visit, fresh_server_to_stop):
    address, stop = fresh_server_to_stop
    visit(page, address + ADDRESS)
    stop()
    page.locator(".hg-offline", has_text="Geen verbinding").wait_for(timeout=20_000)
    expect(page.locator("[role=dialog]")).to_have_count(0)
    expect(page.locator("a[href='tel:08002000']").first).to_be_visible()
    page.click(".hg-exit")
    page.wait_for_url(OTHER_SITE)


@pytest.mark.parametrize(("address", "help_line"), [(ADDRESS, ".hg-shell"), ("/kaart?periode=1999", ".hg-noscript")])
def test_without_javascript_the_exit_is_a_plain_link_and_help_is_there(server, browser, address, help_line):
    context = browser.new_context(java_script_enabled=False)
    context.route(OTHER_SITE, lambda route: route.fulfill(body="Weer", content_type="text/html"))
    page = context.new_page()
    page.goto(server + address)
    expect(page.locator(f"{help_line} a[href='tel:08002000']").first).to_be_visible()
    expect(page.locator(".hg-menu a").first).to_be_visible()
    page.click(".hg-exit")
    page.wait_for_url(OTHER_SITE)
    context.close()
