"""Banners that ask for consent to cookies: how the common ones are clicked away.

Where a banner can be declined, it is; what is accepted otherwise is forgotten with the browser context. The names are
those of the products, as their own pages of help call them.
"""

from __future__ import annotations

BANNERS: dict[str, tuple[str, ...]] = {
    "OneTrust": ("#onetrust-reject-all-handler", "#onetrust-accept-btn-handler"),
    "Cookiebot": (
        "#CybotCookiebotDialogBodyButtonDecline",
        "#CybotCookiebotDialogBodyLevelButtonLevelOptinDeclineAll",
        "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll",
        "#CybotCookiebotDialogBodyButtonAccept",
    ),
    "Cookie Information": ("#coiPage-1 .coi-banner__lastpage", "#declineButton", ".coi-banner__accept"),
    "CookieHub": (".ch2-deny-all-btn", ".ch2-allow-all-btn"),
    "CookieYes": (".cky-btn-reject", ".cky-btn-accept"),
    "Complianz": (".cmplz-btn.cmplz-deny", ".cmplz-btn.cmplz-accept"),
    "Borlabs Cookie": (".brlbs-btn-accept-only-essential", "[data-borlabs-cookie-accept-all]"),
    "Cookie Notice": ("#cn-refuse-cookie", "#cn-accept-cookie"),
    "Cookie Consent by Osano": (".cc-window .cc-deny", ".cc-window .cc-dismiss", ".cc-window .cc-allow"),
    "Osano": (".osano-cm-denyAll", ".osano-cm-accept-all"),
    "CookieConsent": ('#cm [data-role="necessary"]', '#cm [data-role="all"]'),
    "Didomi": (
        "#didomi-notice-disagree-button",
        ".didomi-continue-without-agreeing",
        "#didomi-notice-agree-button",
    ),
    "Quantcast Choice": (
        ".qc-cmp2-summary-buttons button[mode=secondary]",
        ".qc-cmp2-summary-buttons button",
    ),
    "TrustArc": ("#truste-consent-required", "#truste-consent-button"),
    "Klaro": (".klaro .cn-decline", ".klaro .cm-btn-success"),
    "tarteaucitron": ("#tarteaucitronAllDenied2", "#tarteaucitronPersonalize2"),
    "Axeptio": ("#axeptio_btn_dismiss", "#axeptio_btn_acceptAll"),
    "iubenda": (".iubenda-cs-reject-btn", ".iubenda-cs-accept-btn"),
    "Termly": ('[data-tid="banner-decline"]', '[data-tid="banner-accept"]'),
    "Usercentrics": ('[data-testid="uc-deny-all-button"]', '[data-testid="uc-accept-all-button"]'),
    "SiteVision": (
        ".env-cookie-consent button",
        ".sv-cookie-consent button",
        ".cookie-consent-banner button",
    ),
    "EU Cookie Compliance": (
        ".eu-cookie-compliance-banner .decline-button",
        ".eu-cookie-compliance-banner .agree-button",
    ),
    "HubSpot": ("#hs-eu-decline-button", "#hs-eu-confirmation-button"),
    "Shopify": ("#shopify-pc__banner__btn-decline", "#shopify-pc__banner__btn-accept"),
    "Squarespace": (".sqs-cookie-banner-v2-deny", ".sqs-cookie-banner-v2-accept"),
    "Wix": ('[data-hook="ccsu-banner-decline-all"]', '[data-hook="ccsu-banner-accept-all"]'),
}
"""By product, the buttons in the order they are tried."""

CLICK_AWAY = """(banners) => {
  const roots = [document];
  const host = document.querySelector("#usercentrics-root, #usercentrics-cmp-ui");
  if (host?.shadowRoot) roots.push(host.shadowRoot);
  for (const [name, selectors] of Object.entries(banners)) {
    for (const selector of selectors) {
      for (const root of roots) {
        const button = root.querySelector(selector);
        if (!button || !button.checkVisibility({ visibilityProperty: true })) continue;
        button.click();
        return name;
      }
    }
  }
  return "";
}"""
"""Run in the page: clicks the first button that is there to be seen, and returns the name of its product."""
