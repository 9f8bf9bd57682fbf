package nl.respijt.aanbieder;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.AccountResultaat;
import nl.respijt.toegang.Accounts;
import nl.respijt.toegang.Rol;

/** Providers for tests: each with a name and a contract of its own. */
public final class Proefaanbieder {
    private final Proefdienst dienst;

    public Proefaanbieder(Proefdienst dienst) {
        this.dienst = dienst;
    }

    /** Contracted through {@code tot}, with options through {@code verlengbaarTot}. */
    public Aanbieder met(Contractdienst wat, String tot, String verlengbaarTot) {
        return maak(wat, LocalDate.parse(tot), Optional.of(LocalDate.parse(verlengbaarTot)));
    }

    /** Contracted through {@code tot}, without an option. */
    public Aanbieder zonderOptie(Contractdienst wat, String tot) {
        return maak(wat, LocalDate.parse(tot), Optional.empty());
    }

    private Aanbieder maak(Contractdienst wat, LocalDate tot, Optional<LocalDate> verlengbaarTot) {
        var nu = dienst.bean(Klok.class).instant();
        var id = dienst.bean(Transacties.class).schrijf(handle -> {
            var aanbieders = dienst.bean(AanbiederRepository.class);
            var nieuw = aanbieders.metNaam(handle, Id.nieuw(nu), "Proefaanbieder " + UUID.randomUUID(), false);
            aanbieders.insert(handle, nieuw, wat);
            dienst.bean(ContractRepository.class)
                    .insert(
                            handle,
                            new Aanbiedercontract(
                                    nieuw, wat, tot, verlengbaarTot, Contracten.UIT_BESTAND, nu, Contracten.SYSTEEM));
            return nieuw;
        });
        return dienst.bean(Aanbieders.class).find(id).orElseThrow();
    }

    /** Somebody who acts for it; the id they sign in with. */
    public UUID medewerker(Aanbieder aanbieder) {
        var email = "aanbieder-" + UUID.randomUUID() + "@proef.example";
        var account = (AccountResultaat.Gedaan) dienst.bean(Accounts.class)
                .maak(Accounts.Nieuw.van(Rol.AANBIEDER, "Proef", email).bij(aanbieder.naam()));
        dienst.bean(Aanbieders.class).koppelAccount(account.account().id());
        return account.account().id();
    }
}
