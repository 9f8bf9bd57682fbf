package nl.respijt.beheer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanvragen;
import nl.respijt.toegang.Account;
import nl.respijt.toegang.Rol;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Gives and takes roles, and writes down who did. Whoever is blocked or gets another role is signed out by that: a
 * session is looked up together with its account.
 */
@Singleton
class Toegangsbeheer {
    /** Who signs in by mail: partners. Staff signs in with the organisation, which knows when somebody leaves. */
    static final List<Rol> PER_MAIL = List.of(Rol.GROEPSCOORDINATOR, Rol.AANBIEDER, Rol.VERWIJZER);

    static final List<Rol> VIA_ORGANISATIE =
            List.of(Rol.MAKELAAR, Rol.GEMEENTE, Rol.BEHEERDER, Rol.GROEPSCOORDINATOR, Rol.AANBIEDER, Rol.VERWIJZER);

    private static final String DING = "account";

    private final AccountBeheerRepository accounts;
    private final Aanvragen aanvragen;
    private final Aanbieders aanbieders;
    private final Geschiedenis geschiedenis;
    private final Transacties transacties;
    private final Gemeente gemeente;
    private final Klok klok;

    Toegangsbeheer(
            AccountBeheerRepository accounts,
            Aanvragen aanvragen,
            Aanbieders aanbieders,
            Geschiedenis geschiedenis,
            Transacties transacties,
            Gemeente gemeente,
            Klok klok) {
        this.accounts = accounts;
        this.aanvragen = aanvragen;
        this.aanbieders = aanbieders;
        this.geschiedenis = geschiedenis;
        this.transacties = transacties;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    List<AccountRegel> accounts() {
        return transacties.lees(accounts::alle);
    }

    Optional<AccountRegel> account(UUID id) {
        return transacties.lees(handle -> accounts.find(handle, id));
    }

    List<Gebeurtenis> geschiedenis(UUID id) {
        return transacties.lees(handle -> geschiedenis.van(handle, id));
    }

    /** The providers with a contract, whose accounts see what is addressed to them. */
    List<String> aanbieders() {
        return Stream.concat(
                        gemeente.respijtzorgThuis().stream().map(thuis -> thuis.aanbieder()),
                        gemeente.kortdurendVerblijf().aanbieders().stream().map(aanbieder -> aanbieder.naam()))
                .distinct()
                .toList();
    }

    BeheerResultaat geefToegang(UUID aanvraagId, Toekenning toekenning, String door) {
        return bezwaar(toekenning)
                .orElseGet(() -> schrijf(handle -> aanvragen
                        .neemWeg(handle, aanvraagId)
                        .map(aanvraag -> maak(
                                handle,
                                aanvraag.naam(),
                                aanvraag.email(),
                                toekenning,
                                Optional.of(aanvraag.identiteit()),
                                "toegang-gegeven",
                                door))
                        .orElseGet(BeheerResultaat.Onbekend::new)));
    }

    BeheerResultaat weiger(UUID aanvraagId, String door) {
        return schrijf(handle -> {
            var aanvraag = aanvragen.weiger(handle, aanvraagId);
            aanvraag.ifPresent(een -> noteer(handle, een.id(), "aanvraag-geweigerd", door, Optional.empty()));
            return aanvraag.isPresent() ? new BeheerResultaat.Gedaan() : new BeheerResultaat.Onbekend();
        });
    }

    /** Lets somebody sign in by mail. */
    BeheerResultaat nodigUit(String naam, String email, Toekenning toekenning, String door) {
        if (!PER_MAIL.contains(toekenning.rol())) {
            return new BeheerResultaat.NietPerMail();
        }
        return bezwaar(toekenning)
                .orElseGet(() -> schrijf(
                        handle -> maak(handle, naam, email, toekenning, Optional.empty(), "uitgenodigd", door)));
    }

    BeheerResultaat wijzig(UUID id, Toekenning toekenning, String door) {
        return bezwaar(toekenning)
                .orElseGet(() -> schrijf(handle -> {
                    // First the rows that are held, then what they say now.
                    var enige = accounts.isEnigeBeheerder(handle, id);
                    var account = accounts.find(handle, id);
                    if (account.isEmpty()) {
                        return new BeheerResultaat.Onbekend();
                    }
                    if (!account.get().viaOrganisatie() && !PER_MAIL.contains(toekenning.rol())) {
                        return new BeheerResultaat.NietPerMail();
                    }
                    if (enige && toekenning.rol() != Rol.BEHEERDER) {
                        return new BeheerResultaat.LaatsteBeheerder();
                    }
                    var was =
                            new Toekenning(account.get().soort(), account.get().organisatie());
                    if (!was.equals(toekenning)) {
                        accounts.zet(handle, id, toekenning);
                        aanbieders.koppelAccount(handle, id);
                        noteer(
                                handle,
                                id,
                                "rol-gewijzigd",
                                door,
                                Optional.of(was.inWoorden() + " → " + toekenning.inWoorden()));
                    }
                    return new BeheerResultaat.Gedaan();
                }));
    }

    BeheerResultaat blokkeer(UUID id, String door) {
        return schrijf(handle -> {
            if (accounts.isEnigeBeheerder(handle, id)) {
                return new BeheerResultaat.LaatsteBeheerder();
            }
            return zetGeblokkeerd(handle, id, Optional.of(klok.instant()), "geblokkeerd", door);
        });
    }

    BeheerResultaat deblokkeer(UUID id, String door) {
        return schrijf(handle -> zetGeblokkeerd(handle, id, Optional.empty(), "gedeblokkeerd", door));
    }

    /** Forgets somebody who works here no more: the account and all that hangs on it. What they did stays, by its own name. */
    BeheerResultaat wis(UUID id, String door) {
        return schrijf(handle -> {
            var account = accounts.find(handle, id);
            if (account.isEmpty()) {
                return new BeheerResultaat.Onbekend();
            }
            if (!account.get().isGeblokkeerd()) {
                return new BeheerResultaat.EerstBlokkeren();
            }
            accounts.wis(handle, id);
            noteer(handle, id, "gewist", door, Optional.empty());
            return new BeheerResultaat.Gedaan();
        });
    }

    private BeheerResultaat zetGeblokkeerd(Handle handle, UUID id, Optional<Instant> sinds, String wat, String door) {
        var account = accounts.find(handle, id);
        if (account.isEmpty()) {
            return new BeheerResultaat.Onbekend();
        }
        if (account.get().isGeblokkeerd() != sinds.isPresent()) {
            accounts.zetGeblokkeerd(handle, id, sinds);
            noteer(handle, id, wat, door, Optional.empty());
        }
        return new BeheerResultaat.Gedaan();
    }

    private BeheerResultaat maak(
            Handle handle,
            String naam,
            String email,
            Toekenning toekenning,
            Optional<Account.Identiteit> identiteit,
            String wat,
            String door) {
        var nu = klok.instant();
        var id = Id.nieuw(nu);
        accounts.insert(handle, id, naam, email, toekenning, identiteit, nu);
        aanbieders.koppelAccount(handle, id);
        noteer(handle, id, wat, door, Optional.of(toekenning.inWoorden()));
        return new BeheerResultaat.Gedaan();
    }

    private Optional<BeheerResultaat> bezwaar(Toekenning toekenning) {
        return switch (toekenning.rol()) {
            case AANBIEDER ->
                toekenning.organisatie().filter(aanbieders()::contains).isPresent()
                        ? Optional.empty()
                        : Optional.of(new BeheerResultaat.GeenAanbieder(aanbieders()));
            case VERWIJZER ->
                toekenning.organisatie().isPresent()
                        ? Optional.empty()
                        : Optional.of(new BeheerResultaat.OrganisatieOntbreekt());
            case MANTELZORGER, GASTHEER, GROEPSCOORDINATOR, MAKELAAR, GEMEENTE, BEHEERDER -> Optional.empty();
        };
    }

    private void noteer(Handle handle, UUID id, String wat, String door, Optional<String> waarom) {
        geschiedenis.schrijf(handle, DING, id, wat, door, waarom, klok.instant());
    }

    /** One transaction; a rule of the table that was in the way becomes an answer outside of it. */
    private BeheerResultaat schrijf(Function<Handle, BeheerResultaat> werk) {
        try {
            return transacties.schrijf(werk);
        } catch (JdbiException fout) {
            var bekend = Schending.van(fout)
                    .filter(regel ->
                            regel.schendt("account_email_per_rol") || regel.schendt("account_identiteit_uniek"));
            if (bekend.isPresent()) {
                return new BeheerResultaat.AlBekend();
            }
            throw fout;
        }
    }
}
