-- The station of the data set "Air Quality" (UCI Machine Learning Repository, S. De Vito et al. 2008, DOI
-- 10.24432/C59K5F, CC BY 4.0): metal-oxide sensors beside reference analysers. The demonstration replays it.

INSERT INTO sensors
  (id, uuid, name, description, unit, measurement_id, default_key, records, created_at, updated_at)
VALUES
  (501, md5('kitstream:sensor:501')::uuid, 'Reference analyser - CO', 'Carbon monoxide, hourly mean of the reference analyser', 'mg/m3', 5, 'co_ref_mg_m3', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (502, md5('kitstream:sensor:502')::uuid, 'PT08.S1 (tin oxide)', 'Response of a metal-oxide sensor aimed at CO', NULL, NULL, 'pt08_s1_co', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (503, md5('kitstream:sensor:503')::uuid, 'Reference analyser - NMHC', 'Non-methane hydrocarbons, hourly mean of the reference analyser', 'ug/m3', NULL, 'nmhc_ref_ug_m3', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (504, md5('kitstream:sensor:504')::uuid, 'Reference analyser - C6H6', 'Benzene, hourly mean of the reference analyser', 'ug/m3', NULL, 'c6h6_ref_ug_m3', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (505, md5('kitstream:sensor:505')::uuid, 'PT08.S2 (titania)', 'Response of a metal-oxide sensor aimed at NMHC', NULL, NULL, 'pt08_s2_nmhc', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (506, md5('kitstream:sensor:506')::uuid, 'Reference analyser - NOx', 'Nitrogen oxides, hourly mean of the reference analyser', 'ppb', NULL, 'nox_ref_ppb', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (507, md5('kitstream:sensor:507')::uuid, 'PT08.S3 (tungsten oxide)', 'Response of a metal-oxide sensor aimed at NOx', NULL, NULL, 'pt08_s3_nox', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (508, md5('kitstream:sensor:508')::uuid, 'Reference analyser - NO2', 'Nitrogen dioxide, hourly mean of the reference analyser', 'ug/m3', 6, 'no2_ref_ug_m3', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (509, md5('kitstream:sensor:509')::uuid, 'PT08.S4 (tungsten oxide)', 'Response of a metal-oxide sensor aimed at NO2', NULL, NULL, 'pt08_s4_no2', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (510, md5('kitstream:sensor:510')::uuid, 'PT08.S5 (indium oxide)', 'Response of a metal-oxide sensor aimed at O3', NULL, NULL, 'pt08_s5_o3', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (511, md5('kitstream:sensor:511')::uuid, 'Reference station - Temperature', 'Temperature beside the sensors', 'ºC', 1, 'temperature_c', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (512, md5('kitstream:sensor:512')::uuid, 'Reference station - Relative humidity', 'Relative humidity beside the sensors', '%', 2, 'relative_humidity_pct', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'),
  (513, md5('kitstream:sensor:513')::uuid, 'Reference station - Absolute humidity', 'Absolute humidity beside the sensors', NULL, NULL, 'absolute_humidity', true, '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z');

INSERT INTO sensor_tags (sensor_id, tag_sensor_id)
SELECT sensors.id, tag_sensors.id FROM sensors, tag_sensors
  WHERE sensors.default_key LIKE 'pt08%' AND tag_sensors.name = 'raw';

INSERT INTO kits (id, uuid, slug, name, description, created_at, updated_at) VALUES
  (501, md5('kitstream:kit:501')::uuid, 'uci:air-quality', 'Air quality reference station', 'Metal-oxide gas sensors beside reference analysers', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z');

INSERT INTO components (id, uuid, kit_id, sensor_id, key, created_at, updated_at)
SELECT sensors.id, md5('kitstream:component:501:' || sensors.id)::uuid, 501, sensors.id, sensors.default_key, sensors.created_at, sensors.updated_at
  FROM sensors
  WHERE sensors.id BETWEEN 501 AND 513;
