package nl.respijt.toegang;

/** What can come of coming back from the identity provider. */
sealed interface OidcUitkomst {
    record Binnen(Account account) implements OidcUitkomst {}

    /** The provider knows this person and we do not yet; the beheerder decides. */
    record Aangevraagd() implements OidcUitkomst {}

    record AanvraagGeweigerd() implements OidcUitkomst {}

    record Geblokkeerd() implements OidcUitkomst {}

    /** This role needs a second step, and the provider does not say that there was one. */
    record ZonderTweedeStap() implements OidcUitkomst {}

    /** The provider tells no address, and without one the beheerder cannot know who asks. */
    record ZonderEmail() implements OidcUitkomst {}

    /** Not this browser's own go at it, or used before, or too old. */
    record Verlopen() implements OidcUitkomst {}

    /** The provider says that it did not come to signing in. */
    record Afgebroken() implements OidcUitkomst {}

    /** What came back is not from the provider that we trust, or is not meant for us. */
    record NietVertrouwd() implements OidcUitkomst {}

    record NietBereikbaar() implements OidcUitkomst {}
}
