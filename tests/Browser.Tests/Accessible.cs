using Xunit;

namespace Browser.Tests;

/// <summary>What a page owes to everybody, looked at as the browser has drawn it.</summary>
internal static class Accessible
{
    /// <summary>Every fault is one line: what it is, and where. Backgrounds are followed up to the first that is not see-through.</summary>
    private const string Faults = """
        const faults = [];
        const shown = element => element.checkVisibility({ checkVisibilityCSS: true });
        const say = (fault, element) => faults.push(`${fault}: ${element.outerHTML.slice(0, 120)}`);
        const nameOf = element => (element.getAttribute('aria-label') ?? '')
          + [...element.labels ?? []].map(label => label.textContent).join('')
          + (element.matches('a, button, summary') ? element.textContent : '');

        for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary'))
          if (shown(element) && !nameOf(element).trim()) say('no name', element);
        for (const log of document.querySelectorAll('[role=log]'))
          if (log.getAttribute('aria-live') !== 'polite' || !(log.ariaLabel ?? log.getAttribute('aria-labelledby'))) say('not told aloud', log);
        for (const image of document.querySelectorAll('img:not([alt]), svg:not([aria-hidden])')) say('no text', image);
        for (const element of document.querySelectorAll('main button, footer button, .attach'))
          if (shown(element) && element.getBoundingClientRect().height && !element.closest('.files')
            && element.getBoundingClientRect().height < 40) say('too small for a finger', element);
        if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('scrolls sideways');
        if (!document.title || !document.documentElement.lang) faults.push('no title or language');

        const parts = colour => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
        const light = ({ r, g, b }) => [r, g, b].map(part => part / 255)
          .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
          .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
        const ground = element => {
          for (let at = element; at; at = at.parentElement) {
            const colour = parts(getComputedStyle(at).backgroundColor);
            if (colour.a === 1) return colour;
          }
          return parts('rgb(255, 255, 255)');
        };
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const element = texts.currentNode.parentElement;
          if (!texts.currentNode.data.trim() || !shown(element) || element.closest('.unseen, .skip, noscript')) continue;
          const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
          const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          if (contrast < 4.5) say(`contrast ${contrast.toFixed(1)}`, element);
        }
        return faults;
        """;

    public static void Check(Chromium browser, string where)
    {
        var faults = browser.Ask<IReadOnlyCollection<object>>(Faults);
        Assert.True(faults.Count == 0, $"{where}:\n{string.Join('\n', faults)}");
    }

    /// <summary>Whoever goes by keyboard sees where they are: what has the focus, or stands around it, has an outline and lies on top.</summary>
    public static bool ShowsFocus(Chromium browser) => browser.Ask<bool>("""
        const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        if (!document.activeElement.matches('#attach') && !document.activeElement.contains(seen)) return false;
        for (let at = document.activeElement, up = 0; at && up < 2; at = at.parentElement, up++) {
          const style = getComputedStyle(at);
          if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none') return true;
        }
        return false;
        """);
}
