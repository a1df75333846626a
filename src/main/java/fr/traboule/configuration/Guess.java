package fr.traboule.configuration;

import fr.traboule.records.Column;
import fr.traboule.records.RecordFile;
import fr.traboule.records.Upload;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a public file is probably which of ours, by the names that French publishers use: the standard of digital
 * help (« lieux de médiation numérique »), acceslibre, the address base (BAN), the directory of administrations and the portals
 * of metropolises. Shown to somebody who decides.
 */
final class Guess {

    private static final Map<String, List<String>> KNOWN_AS = Map.ofEntries(
            Map.entry("code", List.of("code_insee", "insee", "gid", "identifiant", "id", "code")),
            Map.entry("slug", List.of("slug", "nom", "name", "libelle", "id", "identifiant", "gid", "uuid")),
            Map.entry("name_fr", List.of("nom", "name", "libelle", "nom_usage", "titre", "intitule")),
            Map.entry("name", List.of("nom", "name", "libelle", "nom_com", "nomreduit")),
            Map.entry("address", List.of("adresse", "adresse1", "address", "voie", "adresse_complete", "lignes")),
            Map.entry("postcode", List.of("code_postal", "codepostal", "cp", "postcode", "postal_code")),
            Map.entry("town", List.of("commune", "ville", "nom_commune", "nomcommune", "town", "city")),
            Map.entry("longitude", List.of("longitude", "lon", "lng", "long", "x")),
            Map.entry("latitude", List.of("latitude", "lat", "y")),
            Map.entry("phone", List.of("telephone", "tel", "phone", "numero_telephone")),
            Map.entry("number", List.of("telephone", "tel", "numero", "number")),
            Map.entry("website", List.of("site_web", "siteweb", "web", "url", "site_internet", "website")),
            Map.entry("hours", List.of("horaires", "opening_hours", "horaires_ouverture", "openinghours", "hours")),
            Map.entry("source", List.of("source", "producteur", "structure_parente")),
            Map.entry("from", List.of("date_debut", "start_date", "debut")),
            Map.entry("to", List.of("date_fin", "end_date", "fin")));

    private Guess() {}

    /** As the form of matching has it: {@code from_name_fr} is {@code nom}. */
    static Map<String, String> of(RecordFile file, Upload upload) {
        var guessed = new HashMap<String, String>();
        for (var column : file.columns()) {
            column(column, upload).ifPresent(found -> guessed.put("from_" + column.name(), found));
        }
        return guessed;
    }

    private static Optional<String> column(Column ours, Upload upload) {
        var theirs = upload.columns();
        return theirs.stream()
                .filter(column -> column.equals(ours.name()))
                .findFirst()
                .or(() -> KNOWN_AS.getOrDefault(ours.name(), List.of()).stream()
                        .flatMap(name ->
                                theirs.stream().filter(column -> last(column).equals(name)))
                        .findFirst());
    }

    /** Of {@code adresse.code_postal}, {@code code_postal}. */
    private static String last(String column) {
        return column.substring(column.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
