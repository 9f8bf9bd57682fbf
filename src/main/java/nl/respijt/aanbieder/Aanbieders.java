package nl.respijt.aanbieder;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.database.Transacties;
import nl.respijt.recht.Handeling;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Relatie;
import org.jdbi.v3.core.Handle;

/** The providers, and which account acts for which: the one that it names as its organisation. */
@Singleton
public final class Aanbieders {
    private final AanbiederRepository aanbieders;
    private final Transacties transacties;

    Aanbieders(AanbiederRepository aanbieders, Transacties transacties) {
        this.aanbieders = aanbieders;
        this.transacties = transacties;
    }

    /** All, by name. */
    public List<Aanbieder> alle() {
        return transacties.lees(aanbieders::alle);
    }

    public Optional<Aanbieder> find(UUID id) {
        return transacties.lees(handle -> aanbieders.find(handle, id));
    }

    /** The same, as part of a larger change. */
    public Optional<Aanbieder> find(Handle handle, UUID id) {
        return aanbieders.find(handle, id);
    }

    /** For whom this person acts. */
    public List<Aanbieder> vanMedewerker(UUID persoon) {
        return transacties.lees(handle -> aanbieders.vanMedewerker(handle, persoon));
    }

    /** Those for whom whoever is signed in acts; none for the desk. Ask before a transaction: it takes a connection itself. */
    public Set<UUID> eigen(Aanmelding wie) {
        return ids(wie.persoonId().map(this::vanMedewerker).orElse(List.of()));
    }

    /** Those that this person may see; ask before a transaction too. */
    public Set<UUID> zichtbaar(Aanmelding wie) {
        return ids(zichtbaarVoor(wie));
    }

    private static Set<UUID> ids(List<Aanbieder> aanbieders) {
        return aanbieders.stream().map(Aanbieder::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The accounts that act for it and can sign in, as part of a larger change. */
    public List<UUID> medewerkers(Handle handle, UUID aanbieder) {
        return aanbieders.medewerkers(handle, aanbieder);
    }

    public boolean werktVoor(UUID persoon, UUID aanbieder) {
        return vanMedewerker(persoon).stream().anyMatch(een -> een.id().equals(aanbieder));
    }

    /** All that this person may see: the desk every one, an aanbieder itself. */
    public List<Aanbieder> zichtbaarVoor(Aanmelding wie) {
        if (Rechten.mag(wie.rol(), Handeling.AANBIEDERS_ZIEN, Relatie.ANDER)) {
            return alle();
        }
        return wie.persoonId().map(this::vanMedewerker).orElse(List.of());
    }

    /** After an account was made. */
    public void koppelAccount(UUID account) {
        transacties.schrijf(handle -> {
            koppelAccount(handle, account);
            return account;
        });
    }

    /** In the transaction that made an account or gave it another role or organisation. */
    public void koppelAccount(Handle handle, UUID account) {
        aanbieders.koppelAccount(handle, account);
    }
}
