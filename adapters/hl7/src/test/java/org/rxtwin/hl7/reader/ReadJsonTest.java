package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadJsonTest {
  @Test
  void aReadMessageIsOneLineWithTheFieldsOfTheContract() throws Exception {
    ReadMessage message = Messages.read(Messages.order(ORC, WARFARIN, "RXR|PO", "ZZZ|1"));

    String line = new ReadJson().write(message);

    JsonNode node = new ObjectMapper().readTree(line);
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    assertThat(line).doesNotContain("\n");
    assertThat(names)
        .containsExactly(
            "controlId",
            "type",
            "version",
            "status",
            "repairs",
            "problems",
            "events",
            "unread",
            "segmentsIn",
            "segmentsRead");
    assertThat(node.get("status").asText()).isEqualTo("accepted");
    assertThat(node.get("events").get(1).get("kind").asText()).isEqualTo("MedicationOrdered");
    assertThat(node.get("events").get(1).get("order").get("dose").get("amount").asDouble())
        .isEqualTo(5);
    assertThat(node.get("unread").get(0).asText()).isEqualTo("ZZZ");
    assertThat(node.get("problems").get(0).get("reason").asText()).isNotBlank();
  }

  @Test
  void everyEventSaysItsKind() throws Exception {
    ReadMessage message = Messages.read(Messages.message("ADT^A01", "EVN|A01", PID, "PV1|1|I|W1"));

    JsonNode events = new ObjectMapper().readTree(new ReadJson().write(message)).get("events");

    assertThat(events.findValuesAsText("kind")).containsExactly("PatientIdentified", "StayChanged");
    assertThat(events.get(1).get("change").asText()).isEqualTo("ADMITTED");
  }

  @Test
  void aMergeIsToldWithBothIdentifiers() throws Exception {
    ReadMessage message = Messages.read(Messages.message("ADT^A40", PID, "MRG|4700^^^HOSP"));

    JsonNode events = new ObjectMapper().readTree(new ReadJson().write(message)).get("events");

    JsonNode merge = events.get(events.size() - 1);
    assertThat(merge.get("kind").asText()).isEqualTo("PatientMerged");
    assertThat(merge.get("dying").get("value").asText()).isEqualTo("4700");
  }

  @Test
  void dosesSuppliesAndConditionsShowTheirFields() throws Exception {
    String given =
        Messages.message(
            "RAS^O17",
            PID,
            "DG1|1||I48.0^AF^I10",
            "ORC|RE|O-1^CPOE",
            "RXA|1|1|20260301080000||11289^warfarin^RXNORM|5|mg|||||||||||||CP");
    String supplied =
        Messages.message("RDS^O13", PID, "RXD|1|^warfarin|20260301|30|TAB||RX-1|||||1^TAB");

    JsonNode doses = events(given);
    JsonNode supplies = events(supplied);

    assertThat(doses)
        .extracting(each -> each.get("kind").asText())
        .containsExactly("PatientIdentified", "ConditionRecorded", "Administered");
    assertThat(doses.at("/1/condition/key").asText()).isEqualTo("I48.0|ICD10");
    assertThat(doses.at("/2/administration/dose/amount").asDouble()).isEqualTo(5);
    assertThat(doses.at("/2/administration/outcome").asText()).isEqualTo("GIVEN");
    assertThat(supplies.at("/1/kind").asText()).isEqualTo("Dispensed");
    assertThat(supplies.at("/1/dispense/daysSupply").asDouble()).isEqualTo(30);
  }

  private static JsonNode events(String message) throws Exception {
    return new ObjectMapper().readTree(new ReadJson().write(Messages.read(message))).get("events");
  }
}
